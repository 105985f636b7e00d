import { REGION } from './aws/place.ts';
import type { Credentials } from './s3/signature/signing-key.ts';
import type { FunctionPlan } from './template/plan.ts';

export interface Endpoints {
  readonly s3: string;
  readonly services: string;
}

/**
 * The environment variables of a function: those of its template and those that Lambda sets; the SDK finds
 * its services here by its own variables. Nothing of the environment of this process but the path.
 */
export const functionEnvironment = (
  { name, memory, environment }: FunctionPlan,
  credentials: Credentials,
  { s3, services }: Endpoints,
): Record<string, string> => {
  // Options of the Node.js process itself, which a thread cannot have.
  const { NODE_OPTIONS: _, ...own } = environment;
  return {
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    ...own,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Settings of this user for the real cloud must not reach in.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL: services,
    AWS_ENDPOINT_URL_S3: s3,
  };
};
