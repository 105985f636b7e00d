/** The part of the validator that the tests use; the package has no declarations. */
declare module 'asl-validator' {
  interface Options {
    readonly checkPaths?: boolean;
    readonly checkArn?: boolean;
  }
  interface Outcome {
    readonly isValid: boolean;
    readonly errorsText: (separator?: string) => string;
  }
  export default function validate(definition: unknown, options?: Options): Outcome;
}
