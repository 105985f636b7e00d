/** What AWS, or the way to it, did not grant: told in one line, exit status 2. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
}

/** What the SDK throws before it speaks to a service. */
const WITHOUT_ACCESS = /^(CredentialsProviderError|TokenProviderError|TimeoutError)$|^Region is missing$/;

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** The fault of a service or of the way to it, with its own name for it; undefined for any other exception. */
export const serviceFault = (error: unknown): ServiceFault | undefined => {
  const { name = '', message = '', code, syscall, path, $metadata } = error as Thrown;
  const ofService = $metadata?.httpStatusCode !== undefined;
  const ofNetwork = syscall !== undefined && path === undefined;
  if (!ofService && !ofNetwork && !WITHOUT_ACCESS.test(name) && !WITHOUT_ACCESS.test(message))
    return undefined;
  // Several addresses of one host give an AggregateError without a message.
  return new ServiceFault(`${ofService ? `${name}: ` : ''}${message || code || name}`, { cause: error });
};

/** Answers that hold for one object and not for the next one, e.g. KeyTooLongError. */
export const concernsOneObject = (error: unknown): boolean => {
  const { name = '', $metadata } = error as Thrown;
  return (
    /^(KeyTooLong|EntityTooLarge|MetadataTooLarge|InvalidObjectState|MethodNotAllowed)/.test(name) &&
    $metadata !== undefined
  );
};

/** Runs a command that speaks to AWS; throws a ServiceFault for whatever was not granted. */
export const speakingToAws = async (run: () => Promise<number>): Promise<number> => {
  // Told to those who build, not to those who run.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // Other AWS tools know the region by this name, too.
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  if (!AWS_REGION && AWS_DEFAULT_REGION) process.env.AWS_REGION = AWS_DEFAULT_REGION;
  try {
    return await run();
  } catch (error) {
    throw serviceFault(error) ?? error;
  }
};
