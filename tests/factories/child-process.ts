import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

export type Child = {
  /** The next line of its standard output. @throws Error with what it wrote to standard error when it ends before */
  line: () => Promise<string>;
  /** Every line that came since the last one that was asked for, and what comes until it ends. */
  rest: () => Promise<string[]>;
  /** As `kill -9` does: it gets no chance to tidy up. Resolves when it is gone. */
  kill: () => Promise<void>;
};

/** Runs a script of tests/doubles in a process of its own. */
export function spawnChild(script: string, ...args: string[]): Child {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return {
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`${script} ended: ${errors}`);
      return next.value;
    },
    rest: async () => {
      const all: string[] = [];
      for (let next = await lines.next(); !next.done; next = await lines.next()) all.push(next.value);
      return all;
    },
    kill,
  };
}

/** The same in a process that ends with the file's last test at the latest. */
export function startChild(script: string, ...args: string[]): Child {
  const child = spawnChild(script, ...args);
  afterAll(child.kill);
  return child;
}
