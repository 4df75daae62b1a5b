import { createHash, randomBytes } from 'node:crypto';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import { isMark, makeMark } from '#app/platform/crypto/mark.ts';

/** What the portal says of an event. The database adds when it was recorded, in which transaction, and its number. */
export type MarkedEvent = {
  happenedAt: Date;
  type: string;
  actorId: string | null;
  actorLabel: string;
  sessionId: string | null;
  requestId: string;
  subjectType: string | null;
  subjectId: string | null;
  data: unknown;
};

/** An event as it is stored. */
export type StoredEvent = MarkedEvent & {
  id: bigint;
  transactionId: string;
  recordedAt: Date;
  mark: Uint8Array | null;
};

const purpose = 'audit event';
const keyIdBytes = 4;
const onceBytes = 12;
const markStart = keyIdBytes + onceBytes;

/**
 * 48 bytes that show that the portal wrote this event: the id of the key, 12 random bytes so that no two events have the
 * same mark, and HMAC-SHA-256 over those and the event, under a key that the database does not have.
 */
export function markOf(keyring: Keyring, event: MarkedEvent): Uint8Array<ArrayBuffer> {
  const once = randomBytes(onceBytes);
  return Buffer.concat([
    Buffer.from(keyring.current.id, 'hex'),
    once,
    Buffer.from(makeMark(keyring, purpose, textOf(event, once)), 'base64url'),
  ]);
}

/** Whether one of the keys made the mark for this event as it stands. */
export function hasItsMark(keyring: Keyring, event: MarkedEvent & { mark: Uint8Array | null }): boolean {
  if (event.mark === null) return false;
  const mark = Buffer.from(event.mark);
  const once = mark.subarray(keyIdBytes, markStart);
  return isMark(keyring, purpose, textOf(event, once), mark.subarray(markStart).toString('base64url'));
}

/** SHA-256 of everything that is stored of an event, its mark and what the database added included. 32 bytes. */
export function digestOf(event: StoredEvent): Buffer {
  const { id, transactionId, recordedAt, mark } = event;
  const stored = [String(id), transactionId, recordedAt.toISOString(), ...partsOf(event), hex(mark)];
  return createHash('sha256').update(canonical(stored)).digest();
}

const textOf = (event: MarkedEvent, once: Uint8Array): string => canonical([hex(once), ...partsOf(event)]);

const partsOf = (event: MarkedEvent): unknown[] => [
  event.happenedAt.toISOString(),
  event.type,
  event.actorId?.toLowerCase() ?? null,
  event.actorLabel,
  event.sessionId?.toLowerCase() ?? null,
  event.requestId,
  event.subjectType,
  event.subjectId?.toLowerCase() ?? null,
  event.data,
];

const hex = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('hex');

/** JSON with the keys of every object in one order: the database keeps them in another than they were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
