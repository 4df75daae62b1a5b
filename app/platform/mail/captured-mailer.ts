import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { systemClock, type Clock } from '#app/platform/clock.ts';
import { envelopeOf, type Mailer } from '#app/platform/mail/message.ts';

const capturedMessage = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  sentAt: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

export type CapturedMessage = z.output<typeof capturedMessage>;

/** Mail that stays in the portal, for the demonstration: each message as JSON and as it would have been sent. */
export interface CapturedMailer extends Mailer {
  /** Newest first. */
  list(limit?: number): Promise<CapturedMessage[]>;
  /** Null when there is no such message. */
  read(id: string): Promise<CapturedMessage | null>;
}

/** Time in milliseconds, a counter for messages of the same millisecond, random digits. */
const idPattern = /^\d{15}-\d{6}-[0-9a-f]{8}$/;

/**
 * Keeps mail under `mail` in the data directory. A message appears whole or not at all: both files are written beside
 * and renamed, the JSON last, and only the JSON is listed.
 */
export function capturedMailer(options: {
  dataDirectory: string;
  from: string;
  clock?: Clock;
}): CapturedMailer {
  const directory = path.join(options.dataDirectory, 'mail');
  const clock = options.clock ?? systemClock;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  let counter = 0;

  const nextId = (at: Date) => {
    counter = (counter + 1) % 1_000_000;
    return `${String(at.getTime()).padStart(15, '0')}-${String(counter).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
  };

  const readOne = async (id: string): Promise<CapturedMessage | null> => {
    if (!idPattern.test(id)) return null;
    const text = await readFile(path.join(directory, `${id}.json`), 'utf8').catch(nullIfMissing);
    return text === null ? null : capturedMessage.parse(JSON.parse(text));
  };

  return {
    send: async (message) => {
      const at = clock.now();
      const composed = await composer.sendMail({ ...envelopeOf(options.from, message), date: at });
      const id = nextId(at);
      const { to, subject, text, html } = message;
      const captured: CapturedMessage = {
        id,
        sentAt: at.toISOString(),
        from: options.from,
        to,
        subject,
        text,
        html,
      };
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeWhole(path.join(directory, `${id}.eml`), composed.message);
      await writeWhole(path.join(directory, `${id}.json`), JSON.stringify(captured, null, 2));
    },
    list: async (limit = 100) => {
      const names = (await readdir(directory).catch(nullIfMissing)) ?? [];
      const ids = names
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length));
      const newest = ids
        .filter((id) => idPattern.test(id))
        .sort()
        .reverse()
        .slice(0, limit);
      const messages = await Promise.all(newest.map(readOne));
      return messages.filter((message) => message !== null);
    },
    read: readOne,
    close: () => composer.close(),
  };
}

async function writeWhole(file: string, content: string | Buffer | NodeJS.ReadableStream): Promise<void> {
  const draft = `${file}.part`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
