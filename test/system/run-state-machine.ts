import jsonata from 'jsonata';

type Json = Record<string, unknown>;

interface State {
  readonly Type: 'Pass' | 'Choice' | 'Task' | 'Map';
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Resource?: string;
  readonly Arguments?: unknown;
  readonly Output?: unknown;
  readonly Items?: unknown;
  readonly ItemReader?: { readonly Resource: string; readonly Arguments: unknown };
  readonly ItemSelector?: unknown;
  readonly ItemBatcher?: { readonly MaxItemsPerBatch: number; readonly BatchInput: unknown };
  readonly ItemProcessor?: Machine;
}

interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** Makes a call that a state names, such as `aws-sdk:s3:copyObject`. */
export type Call = (name: string, input: Json) => Promise<unknown>;

/** What `$states` holds while an expression is worked out. */
interface Scope {
  readonly input: unknown;
  readonly result?: unknown;
  readonly context?: unknown;
}

const EXPRESSION = /^\{%(.*)%\}$/s;

/** A value of the definition, with its expressions worked out by JSONata itself. */
const evaluate = async (value: unknown, states: Scope): Promise<unknown> => {
  if (typeof value === 'string') {
    const expression = EXPRESSION.exec(value)?.[1];
    // As JSON, as it passes between states; the evaluator marks its own arrays.
    const found: unknown =
      expression === undefined ? value : await jsonata(expression).evaluate({}, { states });
    if (found === undefined) throw new Error(`nothing comes of ${value} for ${JSON.stringify(states)}`);
    return JSON.parse(JSON.stringify(found));
  }
  if (Array.isArray(value)) return Promise.all(value.map((each) => evaluate(each, states)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([name, each]) => [name, await evaluate(each, states)]);
  return Object.fromEntries(await Promise.all(entries));
};

const batches = (items: readonly unknown[], size: number): unknown[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

const runMap = async (state: State, input: unknown, call: Call): Promise<unknown[]> => {
  const { ItemReader, ItemBatcher, ItemSelector, ItemProcessor } = state;
  const read = async (reader: NonNullable<State['ItemReader']>): Promise<unknown> =>
    call(nameOf(reader.Resource), (await evaluate(reader.Arguments, { input })) as Json);
  const items = (ItemReader ? await read(ItemReader) : await evaluate(state.Items, { input })) as unknown[];
  const selected = await Promise.all(
    items.map((Value) =>
      ItemSelector ? evaluate(ItemSelector, { input, context: { Map: { Item: { Value } } } }) : Value,
    ),
  );
  const inputs = ItemBatcher
    ? await Promise.all(
        batches(selected, ItemBatcher.MaxItemsPerBatch).map(async (Items) => ({
          Items,
          BatchInput: await evaluate(ItemBatcher.BatchInput, { input }),
        })),
      )
    : selected;
  if (!ItemProcessor) throw new Error('a map without work');
  return Promise.all(inputs.map((each) => runStateMachine(ItemProcessor, each, call)));
};

const nameOf = (resource: string): string => resource.split(':states:::')[1] ?? resource;

/** Runs a state machine of the Amazon States Language with JSONata, as far as ours go: no retries, no results in S3. */
export const runStateMachine = async (machine: Machine, input: unknown, call: Call): Promise<unknown> => {
  let name: string | undefined = machine.StartAt;
  let current = input;
  while (name !== undefined) {
    const state: State | undefined = machine.States[name];
    if (!state) throw new Error(`no state ${name}`);
    let next: string | undefined = state.Next;
    let result: unknown = current;
    if (state.Type === 'Choice') {
      next = state.Default;
      for (const { Condition, Next } of state.Choices ?? []) {
        if ((await evaluate(Condition, { input: current })) !== true) continue;
        next = Next;
        break;
      }
    } else if (state.Type === 'Map') result = await runMap(state, current, call);
    else if (state.Type === 'Task')
      result = await call(
        nameOf(state.Resource ?? ''),
        (await evaluate(state.Arguments, { input: current })) as Json,
      );
    current = state.Output === undefined ? result : await evaluate(state.Output, { input: current, result });
    name = next;
  }
  return current;
};
