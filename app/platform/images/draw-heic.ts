import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { slots } from '../slots.ts';

const { resolve } = createRequire(import.meta.url);

/** A 48 MP photo of a telephone takes about 5 seconds on a busy core, its process with it. Milliseconds. */
const PATIENCE = 30_000;

/** One at a time, as a large photo unfolds into half a gigabyte; behind it as many as uploads and jobs bring at once. */
const places = slots(1, 30);

/**
 * A HEIC photo, as iPhones take them, drawn anew as JPG: upright, with nothing of its metadata. Null when it is no such
 * photo, is damaged, too large, or takes too long. It is decoded in a process of its own, without the server's settings,
 * that ends with the photo: whatever a file does to its decoder, it does it there.
 */
export async function drawHeic(bytes: Uint8Array, patience = PATIENCE): Promise<Buffer | null> {
  const leave = await places.enter();
  if (leave === null) return null;
  try {
    return await draw(bytes, patience);
  } finally {
    leave();
  }
}

function draw(bytes: Uint8Array, patience: number): Promise<Buffer | null> {
  return new Promise((done) => {
    const process = fork(resolve('#app/platform/images/decode-heic.ts'), {
      execArgv: ['--max-old-space-size=128', '--import', pathToFileURL(resolve('tsx')).href],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const end = (drawn: Buffer | null) => {
      clearTimeout(timer);
      process.kill('SIGKILL');
      done(drawn);
    };
    const timer = setTimeout(() => end(null), patience);
    process.once('message', (jpg) => end(jpg instanceof Uint8Array ? Buffer.from(jpg) : null));
    process.once('error', () => end(null));
    process.once('exit', () => end(null));
    process.send(bytes, (failure) => {
      if (failure) end(null);
    });
  });
}
