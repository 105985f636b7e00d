import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { MachineProcess } from './machine-process.ts';
import { textReport } from './made-reports.ts';

const YEAR = 2024;

/** The first ones find everything cold. */
const WARM_UP = 10;

/** Milliseconds between questions: asked without a pause, they take the cores from the work they ask for. */
const POLL = 5;

/** Milliseconds from the beginning of a put until the API gives the record, for one report after the other. */
export const quietTimes = async (
  { s3, bucket, apiUrl }: MachineProcess,
  numbers: readonly number[],
): Promise<number[]> => {
  const times: number[] = [];
  for (const number of numbers) {
    const { bytes, agency, key } = textReport(number);
    const start = performance.now();
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `quiet/${key}`, Body: bytes }));
    const path = `${apiUrl}/reports/${encodeURIComponent(agency ?? '')}/${YEAR}`;
    while (!(await fetch(path).then(async (answer) => (await answer.arrayBuffer()) && answer.ok))) {
      await pause(POLL);
    }
    times.push(performance.now() - start);
  }
  return times.slice(WARM_UP);
};
