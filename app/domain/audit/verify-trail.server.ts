import { randomUUID } from 'node:crypto';
import type { Db } from '#app/platform/db/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { record } from './record.server.ts';
import type { Finding } from './findings.ts';
import { beforeTheFirst, type Seal } from './seal.ts';
import { missingGuards } from './trail-guards.server.ts';
import { walkSeals, walkUnsealed, type Walk } from './walk-trail.server.ts';

/** What a look found, as it is kept: `named` are the first findings of `findings`. */
export type Verification = {
  id: string;
  startedAt: Date;
  endedAt: Date;
  verifiedBy: string;
  whole: boolean;
  /** How many sealed events were held against their seal, and how many were not sealed yet. */
  events: bigint;
  unsealed: number;
  /** The newest seal, and its head. */
  seal: bigint;
  head: Uint8Array<ArrayBuffer>;
  olderTo: bigint;
  findings: number;
  named: Finding[];
};

const day = 24 * 60 * 60 * 1000;
/** A nightly look takes what was sealed in these days, and of what is older so many events more. */
const recently = 7 * day;
const olderEvents = 1_000_000;
/** A job seals each minute: what waits longer than this shows that it does not. */
const longestUnsealed = 60 * 60 * 1000;
/** As many findings are named; all are counted. */
const mostNamed = 100;

/**
 * Holds the trail against its chain, beside a running portal and in bounded memory, keeps what it found and records that
 * it looked. `recent` costs the same each night, however long the trail is: the last days, and the next piece of the rest.
 * `known` is a head that was kept elsewhere: the chain has to have it still.
 */
export async function verifyTrail(
  ctx: SystemCtx,
  scope: 'whole' | 'recent',
  known?: { seal: bigint; head: string },
): Promise<Verification> {
  const startedAt = ctx.realTime.now();
  const named: Finding[] = [];
  let findings = 0;
  const found = (finding: Finding) => {
    findings += 1;
    if (named.length < mostNamed) named.push(finding);
  };
  for (const guard of await missingGuards(ctx.db)) found({ kind: 'guard_missing', guard });
  if (known && !(await hasHead(ctx.db, known))) found({ kind: 'other_head', seal: String(known.seal) });
  const walk: Walk = { db: ctx.db, keyring: ctx.keyring, found, events: 0n, keyless: null };
  const newest = await newestSeal(ctx.db);
  const first =
    scope === 'whole'
      ? 1n
      : await firstSince(ctx.db, newest.number, new Date(startedAt.getTime() - recently));
  const olderTo = scope === 'whole' ? 0n : await walkOlder(walk, first);
  await walkSeals(walk, first, newest.number);
  if (walk.keyless !== null) found({ kind: 'key_missing', seal: String(walk.keyless) });
  const unsealed = await walkUnsealed(walk, newest.toEvent);
  if (unsealed.first && startedAt.getTime() - unsealed.first.recordedAt.getTime() > longestUnsealed)
    found({ kind: 'not_sealed', event: String(unsealed.first.id) });
  const verification: Verification = {
    id: randomUUID(),
    startedAt,
    endedAt: ctx.realTime.now(),
    verifiedBy: ctx.system,
    whole: scope === 'whole',
    events: walk.events,
    unsealed: unsealed.count,
    seal: newest.number,
    head: newest.head,
    olderTo,
    findings,
    named,
  };
  await keep(ctx, verification);
  return verification;
}

function keep(ctx: SystemCtx, verification: Verification): Promise<void> {
  const { whole, seal, findings } = verification;
  return transaction(ctx.db, async (tx) => {
    await tx.auditVerification.create({ data: verification });
    await record(tx, ctx, {
      type: 'audit.verified',
      data: { whole, seal: String(seal), findings },
    });
  });
}

async function newestSeal(db: Db): Promise<Pick<Seal, 'number' | 'toEvent' | 'head'>> {
  const newest = await db.auditSeal.findFirst({ orderBy: { number: 'desc' }, omit: { entries: true } });
  return newest ?? beforeTheFirst;
}

/** The first seal of these days, or the newest, which vouches for all before it. */
async function firstSince(db: Db, newest: bigint, since: Date): Promise<bigint> {
  const seal = await db.auditSeal.findFirst({
    where: { sealedAt: { lt: since } },
    orderBy: { sealedAt: 'desc' },
    select: { number: true },
  });
  const first = (seal?.number ?? 0n) + 1n;
  return first < newest ? first : newest;
}

/** Takes the next piece of what lies before `first`, and says up to which seal; 0 where the next begins anew. */
async function walkOlder(walk: Walk, first: bigint): Promise<bigint> {
  const last = await walk.db.auditVerification.findFirst({
    where: { whole: false },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: { olderTo: true },
  });
  const reached = await walkSeals(walk, (last?.olderTo ?? 0n) + 1n, first - 1n, olderEvents);
  return reached >= first - 1n ? 0n : reached;
}

async function hasHead(db: Db, { seal, head }: { seal: bigint; head: string }): Promise<boolean> {
  const found = await db.auditSeal.findUnique({ where: { number: seal }, select: { head: true } });
  return found !== null && Buffer.from(found.head).equals(Buffer.from(head, 'base64url'));
}
