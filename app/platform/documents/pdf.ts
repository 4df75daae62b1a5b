import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { PrintedDocument } from './printed-document.ts';

/** What goes to the process that lays documents out, and what comes back; `pdf` is null where it could not. */
export type Job = { id: number; document: PrintedDocument };
export type Done = { id: number; pdf: Uint8Array | null };

type Typesetter = { process: ChildProcess; waiting: Map<number, Waiting> };
type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (reason: Error) => void };

const { resolve: resolvePath } = createRequire(import.meta.url);
let typesetter: Typesetter | null = null;
let jobs = 0;

/**
 * Lays a document out as PDF on A4: tagged for screen readers (PDF/UA), in British English, with its title shown.
 * The bytes follow from the document alone.
 */
export function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  typesetter ??= startTypesetter();
  const { process, waiting } = typesetter;
  const job: Job = { id: (jobs += 1), document };
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    // Whoever waits for a document does not end before it.
    process.channel?.ref();
    process.send(job);
  });
}

/**
 * One process beside the server, without its settings: others are served while a long document takes its time, and
 * should what lays it out break, only that document and those waiting for it are lost. It stays for the next document,
 * as it takes a second to open its fonts, and ends with the server. What it says of itself is not kept: it may quote a
 * document.
 */
function startTypesetter(): Typesetter {
  const process = fork(resolvePath('#app/platform/documents/typeset.ts'), {
    execArgv: ['--import', pathToFileURL(resolvePath('tsx')).href],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting: Typesetter['waiting'] = new Map();
  process.on('message', (done) => {
    const { id, pdf } = done as Done;
    if (pdf === null) waiting.get(id)?.reject(new Error('A document could not be laid out'));
    else waiting.get(id)?.resolve(pdf);
    waiting.delete(id);
    if (waiting.size === 0) process.channel?.unref();
  });
  process.on('close', (code, signal) => {
    typesetter = null;
    const ended = new Error(`The process that lays documents out ended with ${signal ?? code}`);
    for (const { reject } of waiting.values()) reject(ended);
  });
  process.unref();
  process.channel?.unref();
  return { process, waiting };
}
