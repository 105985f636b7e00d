import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `npx gouji` starts. */
export const BIN = fileURLToPath(new URL('../../cli/bin/gouji.mjs', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** Where it runs. */
  readonly folder?: string;
  /** Variables besides those of this process; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Kills the process, as `kill -9` does, when it is aborted. */
  readonly kill?: AbortSignal;
}

/** Runs the command as a user does, as a process of its own. */
export const gouji = (
  args: readonly string[],
  { folder = process.cwd(), env = {}, kill }: Surroundings = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    kill?.addEventListener('abort', () => child.kill('SIGKILL'));
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
