import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { findingSchema, findingText } from './findings.ts';
import { record } from './record.server.ts';
import { headText } from './seal.ts';

/** A look through the trail, newest first; `named` says its first findings in sentences. */
export type VerificationLine = {
  id: string;
  startedAt: Date;
  by: string;
  whole: boolean;
  events: number;
  findings: number;
  named: string[];
};

export type TrailState = {
  verifications: VerificationLine[];
  /** The newest seal, its head and when it was made; null before the first. */
  newest: { number: string; head: string; sealedAt: Date } | null;
  /** How many events wait for their seal, and since when. */
  waiting: { count: number; orMore: boolean; since: Date | null };
  /** Whether a head that was kept elsewhere is still that of its seal; null where none was asked for. */
  compared: 'same' | 'other' | null;
};

const mostWaiting = 1000;
const shown = 20;

/** How the trail is sealed and what looks through it found: for the auditor. @throws NotFound, Invalid */
export async function readVerifications(
  ctx: Ctx,
  kept: { seal: string; head: string } | null,
): Promise<TrailState> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  const seal = kept === null ? null : readKept(kept);
  return transaction(ctx.db, async (tx) => {
    const verifications = await tx.auditVerification.findMany({
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: shown,
    });
    const numbered = { omit: { entries: true } } as const;
    const newest = await tx.auditSeal.findFirst({ orderBy: { number: 'desc' }, ...numbered });
    const asked =
      seal === null ? null : await tx.auditSeal.findUnique({ where: { number: seal }, ...numbered });
    const [{ count, since } = { count: 0, since: null }] = await tx.$queryRaw<
      { count: number; since: Date | null }[]
    >`
      SELECT count(*)::int AS count, min(recorded_at) AS since
      FROM (SELECT recorded_at FROM audit_event WHERE id > ${newest?.toEvent ?? 0n} ORDER BY id LIMIT ${mostWaiting}) e`;
    await record(tx, ctx, { type: 'audit.read', data: { filter: 'verifications' } });
    return {
      verifications: verifications.map(
        ({ id, startedAt, verifiedBy: by, whole, events, findings, named }) => ({
          id,
          startedAt,
          by,
          whole,
          events: Number(events),
          findings,
          named: findingSchema.array().parse(named).map(findingText),
        }),
      ),
      newest: newest && { number: String(newest.number), head: headText(newest), sealedAt: newest.sealedAt },
      waiting: { count, orMore: count >= mostWaiting, since },
      compared: kept === null ? null : asked && headText(asked) === kept.head ? 'same' : 'other',
    };
  });
}

function readKept({ seal, head }: { seal: string; head: string }): bigint {
  const wrong = {
    ...(/^[1-9]\d{0,17}$/.test(seal) ? {} : { seal: 'Enter the number of the seal, such as 41' }),
    ...(/^[\w-]{43}$/.test(head)
      ? {}
      : { head: 'Enter the head as it stands in the message: 43 characters' }),
  };
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return BigInt(seal);
}
