export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line of structured log; `fields` carry the document's id throughout. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** One line of the log as JSON; no field takes the place of what happened, or when. */
export const logLine = (...[level, message, fields]: Parameters<Log>): string =>
  JSON.stringify({ ...fields, time: new Date().toISOString(), level, message });

/** One JSON object a line on standard output, which CloudWatch Logs indexes by field. */
export const jsonLog: Log = (...line) => {
  process.stdout.write(`${logLine(...line)}\n`);
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
