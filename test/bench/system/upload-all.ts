import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { type MachineProcess, WIDTH } from './machine-process.ts';
import type { MadeReport } from './made-reports.ts';

const isThere = async ({ s3, bucket }: MachineProcess, Key: string): Promise<boolean> => {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
    return true;
  } catch (error) {
    if ((error as { name?: string }).name === 'NotFound') return false;
    throw error;
  }
};

export interface Uploads {
  readonly count: number;
  readonly make: (number: number) => MadeReport;
  /** The machine that runs now; resolves after a restart while there is none. */
  readonly machine: () => Promise<MachineProcess>;
  readonly onPut: (report: MadeReport, put: number) => void;
}

/**
 * Puts reports as fast as they go. One whose answer a kill cut off may be there or not: it is looked for before it
 * is put again, as `gouji upload` does, since a second put would be a second upload.
 */
export const uploadAll = async ({ count, make, machine, onPut }: Uploads): Promise<void> => {
  let next = 0;
  let put = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const report = make(next++);
      for (let attempt = 0; ; attempt++) {
        const current = await machine();
        try {
          if (attempt === 0 || !(await isThere(current, report.key)))
            await current.s3.send(
              new PutObjectCommand({ Bucket: current.bucket, Key: report.key, Body: report.bytes }),
            );
          break;
        } catch (error) {
          // Only a kill excuses a failure.
          if ((await machine()) === current) throw error;
        }
      }
      put += 1;
      onPut(report, put);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
};
