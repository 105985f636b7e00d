import type { QueuePlan } from '../template/plan.ts';
import { TemplateError } from '../template/resolve.ts';
import { Queue } from './queue.ts';
import type { Message, QueueStore } from './queue-store.ts';

/** Opens queues by name, dead letters before the queues that lead to them. @throws TemplateError */
export const openQueues = async (
  plans: readonly QueuePlan[],
  store: QueueStore,
  onDeadLetter: (queue: string, message: Message) => void = () => undefined,
): Promise<ReadonlyMap<string, Queue>> => {
  const queues = new Map<string, Queue>();
  const open = async ({ name, deadLetters, ...settings }: QueuePlan): Promise<Queue> => {
    const known = queues.get(name);
    if (known) return known;
    const target = plans.find((plan) => plan.name === deadLetters?.queue);
    if (deadLetters && !target) throw new TemplateError(`There is no queue ${deadLetters.queue}`);
    const queue = await Queue.open(
      {
        name,
        ...settings,
        onDeadLetter: (message) => onDeadLetter(name, message),
        ...(deadLetters &&
          target && { deadLetters: { queue: await open(target), maxReceives: deadLetters.maxReceives } }),
      },
      store,
    );
    queues.set(name, queue);
    return queue;
  };
  for (const plan of plans) await open(plan);
  return queues;
};
