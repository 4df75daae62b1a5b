import { createHash } from 'node:crypto';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import { isMark, makeMark } from '#app/platform/crypto/mark.ts';

/** What a seal keeps of one event: its number, whether its mark was right when it was sealed, and its digest. */
export type SealEntry = { id: bigint; marked: boolean; digest: Buffer };

/** A link of the chain. `head` is the hash of the seal and of the head before it, `mark` the portal's mark of the head. */
export type Seal = {
  number: bigint;
  sealedAt: Date;
  toEvent: bigint;
  events: number;
  entries: Uint8Array<ArrayBuffer>;
  head: Uint8Array<ArrayBuffer>;
  mark: Uint8Array<ArrayBuffer>;
};

/** Where a chain begins: before the lowest number that there is. */
export const beforeTheFirst: Pick<Seal, 'number' | 'toEvent' | 'head'> = {
  number: 0n,
  toEvent: -(2n ** 63n) - 1n,
  head: new Uint8Array(32),
};

const purpose = 'audit seal';
const keyIdBytes = 4;
const idBytes = 8;
const entryBytes = idBytes + 1 + 32;

/** Seals the next events, of which there is at least one, in the order of their numbers. */
export function sealOf(
  keyring: Keyring,
  before: Pick<Seal, 'number' | 'head'>,
  { events, sealedAt }: { events: readonly SealEntry[]; sealedAt: Date },
): Seal {
  const seal = {
    number: before.number + 1n,
    sealedAt,
    toEvent: events.at(-1)?.id ?? 0n,
    events: events.length,
    entries: Buffer.concat(events.map(entryAsBytes)),
  };
  const head = headOf(before, seal);
  const mark = Buffer.concat([
    Buffer.from(keyring.current.id, 'hex'),
    Buffer.from(makeMark(keyring, purpose, head.toString('hex')), 'base64url'),
  ]);
  return { ...seal, head, mark };
}

/** Whether the head of a seal follows from what it holds and from the head before it; that takes no key. */
export const followsFrom = (before: Pick<Seal, 'head'>, seal: Seal): boolean =>
  headOf(before, seal).equals(seal.head);

/** Whether one of the keys vouches for the head, and with it for every seal before. Null where that key is not set. */
export function isVouched(keyring: Keyring, { head, mark }: Pick<Seal, 'head' | 'mark'>): boolean | null {
  const [bytes, text] = [Buffer.from(mark), Buffer.from(head).toString('hex')];
  if (isMark(keyring, purpose, text, bytes.subarray(keyIdBytes).toString('base64url'))) return true;
  const keyId = bytes.toString('hex', 0, keyIdBytes);
  return [keyring.current, ...keyring.previous].some(({ id }) => id === keyId) ? false : null;
}

export function* entriesOf({ entries }: Pick<Seal, 'entries'>): Generator<SealEntry> {
  const bytes = Buffer.from(entries);
  for (let at = 0; at < bytes.length; at += entryBytes)
    yield {
      id: bytes.readBigInt64BE(at),
      marked: bytes[at + idBytes] === 1,
      digest: bytes.subarray(at + idBytes + 1, at + entryBytes),
    };
}

/** The head as it is shown and mailed: 43 characters. */
export const headText = ({ head }: Pick<Seal, 'head'>): string => Buffer.from(head).toString('base64url');

function headOf({ head }: Pick<Seal, 'head'>, seal: Omit<Seal, 'head' | 'mark'>): Buffer<ArrayBuffer> {
  const { number, sealedAt, toEvent, events, entries } = seal;
  const facts = [String(number), sealedAt.toISOString(), String(toEvent), events];
  const hash = createHash('sha256').update(JSON.stringify([Buffer.from(head).toString('hex'), ...facts]));
  return Buffer.from(hash.update(entries).digest());
}

function entryAsBytes({ id, marked, digest }: SealEntry): Buffer {
  const bytes = Buffer.alloc(idBytes + 1);
  bytes.writeBigInt64BE(id);
  bytes[idBytes] = marked ? 1 : 0;
  return Buffer.concat([bytes, digest]);
}
