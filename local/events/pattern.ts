/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** `["<=", 5]`, `[">", 0, "<", 5]`. */
const compares = (relation: readonly Json[], value: number): boolean => {
  for (let index = 0; index < relation.length; index += 2) {
    const operator = relation[index];
    const limit = Number(relation[index + 1]);
    const holds =
      operator === '='
        ? value === limit
        : operator === '<'
          ? value < limit
          : operator === '<='
            ? value <= limit
            : operator === '>'
              ? value > limit
              : operator === '>=' && value >= limit;
    if (!holds) return false;
  }
  return relation.length > 0;
};

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

const text = (value: Json | undefined, test: (value: string) => boolean): boolean =>
  typeof value === 'string' && test(value);

/** The operators on one value; `undefined` stands for a field that is not there. */
const OPERATORS: Readonly<Record<string, (operand: Json, value: Json | undefined) => boolean>> = {
  prefix: (operand, value) =>
    isObject(operand)
      ? text(value, (each) =>
          each.toLowerCase().startsWith(String(operand['equals-ignore-case']).toLowerCase()),
        )
      : text(value, (each) => each.startsWith(String(operand))),
  suffix: (operand, value) => text(value, (each) => each.endsWith(String(operand))),
  'equals-ignore-case': (operand, value) =>
    text(value, (each) => each.toLowerCase() === String(operand).toLowerCase()),
  wildcard: (operand, value) => text(value, (each) => wildcard(String(operand)).test(each)),
  exists: (operand, value) => (value !== undefined) === operand,
  numeric: (operand, value) => typeof value === 'number' && compares(asList(operand), value),
  'anything-but': (operand, value) =>
    value !== undefined &&
    (isObject(operand)
      ? !Object.entries(operand).some(([name, inner]) =>
          asList(inner).some((each) => operate(name, each, value)),
        )
      : !asList(operand).includes(value)),
};

const operate = (name: string, operand: Json, value: Json | undefined): boolean => {
  const operator = OPERATORS[name];
  if (!operator) throw new Error(`The event pattern operator ${name} is not known here`);
  return operator(operand, value);
};

/** One alternative of a list: a value to equal, or an object of operators. */
const fits = (alternative: Json, value: Json | undefined): boolean =>
  isObject(alternative)
    ? Object.entries(alternative).every(([name, operand]) => operate(name, operand, value))
    : value !== undefined && alternative === value;

/**
 * Whether an event fits an event pattern: every field named fits one of its alternatives.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 *
 * @throws Error for an operator that this machine does not know
 */
export const matches = (pattern: JsonObject, event: JsonObject): boolean =>
  Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or') return asList(expected).some((each) => isObject(each) && matches(each, event));
    const actual = event[name];
    if (isObject(expected)) return matches(expected, isObject(actual) ? actual : {});
    // A list in the event fits when one of its values does.
    const values = Array.isArray(actual) && actual.length > 0 ? (actual as readonly Json[]) : [actual];
    return asList(expected).some((alternative) => values.some((value) => fits(alternative, value as Json)));
  });
