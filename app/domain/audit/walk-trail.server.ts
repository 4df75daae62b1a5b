import type { Keyring } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import { digestOf, hasItsMark, type StoredEvent } from './event-mark.ts';
import { readEvents } from './read-events.server.ts';
import type { Finding } from './findings.ts';
import { beforeTheFirst, entriesOf, followsFrom, isVouched, type Seal } from './seal.ts';

/** A walk along seals and events side by side: what it needs, and what it has seen so far. */
export type Walk = {
  db: Db;
  keyring: Keyring;
  found: (finding: Finding) => void;
  /** How many events were held against their seal. */
  events: bigint;
  /** The last seal that was made with a key that is not set, and that no later one vouches for. */
  keyless: bigint | null;
};

/** Read at a time. A seal holds a thousand events at most, of 41 bytes each. */
const pageOfSeals = 50n;
const pageOfEvents = 1000;

/**
 * Holds the seals from one number to another, and every event under them, against each other; once it has seen `enough`
 * events it ends after the seals that it has read. Gives the number of the last one.
 */
export async function walkSeals(walk: Walk, from: bigint, to: bigint, enough = Infinity): Promise<bigint> {
  let before = await sealBefore(walk.db, from);
  const next = eventsAfter(walk.db, before.toEvent);
  const start = walk.events;
  let reached = from - 1n;
  while (reached < to && Number(walk.events - start) < enough) {
    const last = reached + pageOfSeals < to ? reached + pageOfSeals : to;
    const seals = await walk.db.auditSeal.findMany({
      where: { number: { gt: reached, lte: last } },
      orderBy: { number: 'asc' },
    });
    for (const seal of seals) {
      await holdSeal(walk, before, seal, next);
      before = seal;
    }
    reached = last;
  }
  return reached;
}

/** Events that no seal covers yet have to bear the portal's mark. Says how many there are, and which is the first. */
export async function walkUnsealed(
  walk: Walk,
  after: bigint,
): Promise<{ count: number; first: StoredEvent | null }> {
  const next = eventsAfter(walk.db, after);
  let count = 0;
  let first: StoredEvent | null = null;
  for (let event = await next(); event !== null; event = await next()) {
    first ??= event;
    count += 1;
    if (!hasItsMark(walk.keyring, event)) walk.found({ kind: 'unmarked', event: String(event.id) });
  }
  return { count, first };
}

async function holdSeal(
  walk: Walk,
  before: Pick<Seal, 'number' | 'toEvent' | 'head'>,
  seal: Seal,
  next: NextEvent,
): Promise<void> {
  const follows = seal.number === before.number + 1n;
  if (!follows) walk.found({ kind: 'seal_missing', seal: String(seal.number - 1n) });
  const vouched = isVouched(walk.keyring, seal);
  if (vouched !== false) walk.keyless = vouched === null ? seal.number : null;
  if (vouched === false || (follows && !followsFrom(before, seal))) {
    walk.found({ kind: 'seal_altered', seal: String(seal.number) });
    // What it says of its events says nothing any more.
    await pass(next, seal.toEvent);
    return;
  }
  const entries = [...entriesOf(seal)];
  if (!follows) await pass(next, (entries[0]?.id ?? seal.toEvent) - 1n);
  for (const { id, marked, digest } of entries) {
    const named = { event: String(id) };
    if (!marked) walk.found({ kind: 'sealed_unmarked', ...named });
    let event = await next(id);
    for (; event !== null && event.id < id; event = await next(id)) insertion(walk, event);
    if (event === null) walk.found({ kind: 'removed', ...named });
    else if (!digestOf(event).equals(digest)) walk.found({ kind: 'altered', ...named });
    walk.events += 1n;
  }
  for (let event = await next(seal.toEvent); event !== null; event = await next(seal.toEvent))
    insertion(walk, event);
}

const insertion = (walk: Walk, { id }: StoredEvent): void =>
  walk.found({ kind: 'inserted', event: String(id) });

async function sealBefore(db: Db, number: bigint): Promise<Pick<Seal, 'number' | 'toEvent' | 'head'>> {
  const before = await db.auditSeal.findFirst({
    where: { number: { lt: number } },
    orderBy: { number: 'desc' },
    omit: { entries: true },
  });
  return before ?? beforeTheFirst;
}

/** The next event, with a number up to this one; null where there is none. */
type NextEvent = (upTo?: bigint) => Promise<StoredEvent | null>;

function eventsAfter(db: Db, after: bigint): NextEvent {
  let page: StoredEvent[] = [];
  let at = 0;
  let from = after + 1n;
  let ended = false;
  return async (upTo) => {
    if (at === page.length && !ended) {
      page = await readEvents(db, { from, count: pageOfEvents });
      at = 0;
      from = (page.at(-1)?.id ?? from) + 1n;
      ended = page.length < pageOfEvents;
    }
    const event = page[at];
    if (event === undefined || (upTo !== undefined && event.id > upTo)) return null;
    at += 1;
    return event;
  };
}

async function pass(next: NextEvent, upTo: bigint): Promise<void> {
  while ((await next(upTo)) !== null);
}
