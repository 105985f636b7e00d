import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type Calls, ServiceError } from '../aws/json-protocol.ts';
import { arn, nameOf } from '../aws/place.ts';
import type { Queue } from './queue.ts';

const Start = z.object({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.number().int().min(1).max(500).optional(),
});
const List = z.object({ SourceArn: z.string(), MaxResults: z.number().int().min(1).max(10).default(1) });

interface MoveTask {
  readonly source: string;
  readonly handle: string;
  readonly startedAt: number;
  readonly toMove: number;
  moved: number;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED';
  failure?: string;
}

/**
 * The calls that move dead letters back to the queue they came from. A task that a restart cuts short has moved
 * some and left the others where they were.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export const moveTaskCalls = (queues: ReadonlyMap<string, Queue>): Calls => {
  /** Newest first. */
  const tasks: MoveTask[] = [];
  const find = (queueArn: string): Queue => {
    const queue = queues.get(nameOf(queueArn));
    if (queue) return queue;
    throw new ServiceError('com.amazonaws.sqs#ResourceNotFoundException', 'The resource does not exist.');
  };
  /** The queue whose dead letters lie in this one. */
  const originOf = (source: Queue): Queue => {
    const origin = [...queues.values()].find(({ settings }) => settings.deadLetters?.queue === source);
    if (origin) return origin;
    throw new ServiceError(
      'com.amazonaws.sqs#UnsupportedOperation',
      'Source queue must be configured as a Dead Letter Queue.',
    );
  };
  const run = async (
    task: MoveTask,
    from: Queue,
    to: Queue,
    perSecond: number | undefined,
  ): Promise<void> => {
    try {
      while (task.moved < task.toMove && (await from.moveOne(to))) {
        task.moved += 1;
        if (perSecond !== undefined) await pause(1000 / perSecond, undefined, { ref: false });
      }
      task.status = 'COMPLETED';
    } catch (error) {
      task.status = 'FAILED';
      task.failure = String(error);
    }
  };
  return {
    async StartMessageMoveTask(input) {
      const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond } = Start.parse(input);
      const from = find(SourceArn);
      const origin = originOf(from);
      if (tasks.some(({ source, status }) => source === from.name && status === 'RUNNING'))
        throw new ServiceError(
          'com.amazonaws.sqs#UnsupportedOperation',
          'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
        );
      const task: MoveTask = {
        source: from.name,
        handle: randomUUID(),
        startedAt: Date.now(),
        toMove: from.counts.ready,
        moved: 0,
        status: 'RUNNING',
      };
      tasks.unshift(task);
      void run(
        task,
        from,
        DestinationArn === undefined ? origin : find(DestinationArn),
        MaxNumberOfMessagesPerSecond,
      );
      return { TaskHandle: task.handle };
    },
    async ListMessageMoveTasks(input) {
      const { SourceArn, MaxResults } = List.parse(input);
      const { name } = find(SourceArn);
      const own = tasks.filter(({ source }) => source === name).slice(0, MaxResults);
      return {
        Results: own.map((task) => ({
          ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
          Status: task.status,
          SourceArn: arn('sqs', task.source),
          ApproximateNumberOfMessagesMoved: task.moved,
          ApproximateNumberOfMessagesToMove: task.toMove,
          StartedTimestamp: task.startedAt,
          ...(task.failure !== undefined && { FailureReason: task.failure }),
        })),
      };
    },
  };
};
