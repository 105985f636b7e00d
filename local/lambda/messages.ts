/** What a worker thread is told when it starts. */
export interface Startup {
  /** URL of the module. */
  readonly module: string;
  /** Name of the exported handler. */
  readonly handler: string;
  readonly functionName: string;
  readonly arn: string;
  /** Megabytes. */
  readonly memory: number;
  /** Path of the file that takes what the function prints. */
  readonly log: string;
}

export interface Invocation {
  readonly id: string;
  /** JSON. */
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** JSON, or what was thrown. `id` is absent when the module itself could not be loaded. */
export type Reply =
  | { readonly id: string; readonly result: string }
  | {
      readonly id?: string;
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    };
