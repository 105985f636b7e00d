export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line of structured log; `fields` carry the document's id throughout. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** One JSON object a line on standard output, which CloudWatch Logs indexes by field. */
export const jsonLog: Log = (level, message, fields = {}) => {
  const time = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ time, level, message, ...fields })}\n`);
};

/** What an error says, with its cause, without a stack. */
export const errorFields = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? {
        error: error.name,
        detail: error.message,
        ...(error.cause instanceof Error && { cause: `${error.cause.name}: ${error.cause.message}` }),
      }
    : { error: String(error) };
