import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { ReportRule } from '../force/retention.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { isFinal, type Status } from '../kernel/statuses.ts';
import type { Ground, KeptBecause } from './retention-words.ts';

/** How long one report is kept and what was decided about that. No content of it. */
export type RetentionOfReport = {
  id: Id<'Submission'>;
  reference: string;
  status: Status;
  outcome: Outcome | null;
  restricted: boolean;
  receivedAt: Date;
  endedAt: Date | null;
  rule: ReportRule | null;
  dueOn: Date | null;
  /** Null where it could go. */
  kept: KeptBecause | null;
  keepings: { by: string; at: Date; until: Date; grounds: Ground[]; reason: string }[];
  holds: { by: string; at: Date; reason: string; lifted: { by: string; at: Date; reason: string } | null }[];
  refusals: { by: string; at: Date; words: string }[];
  proposal: { by: string; at: Date; own: boolean } | null;
  /** Another than who set the standing hold looks. */
  mayLift: boolean;
  /** Of which table how many rows would go; null while it is open. */
  wouldGo: { table: string; rows: number }[] | null;
};

/** Reading it is recorded. @throws NotFound */
export async function openRetention(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<RetentionOfReport> {
  if (!may(ctx.actor, 'retention.decide')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.submission.findUnique({
      where: { id: input.submissionId },
      select: {
        id: true,
        reference: true,
        status: true,
        outcome: true,
        restricted: true,
        submittedAt: true,
        statusChangedAt: true,
        retentionRule: true,
        retentionDueOn: true,
        keepings: { orderBy: { keptAt: 'desc' }, include: { keptByAccount: name } },
        legalHolds: { orderBy: { setAt: 'desc' }, include: { setByAccount: name, liftedByAccount: name } },
        disposals: { orderBy: { proposedAt: 'desc' }, include: { proposer: name, decider: name } },
      },
    });
    if (!row) throw new NotFound();
    const ended = isFinal(row.status);
    const [said] = await tx.$queryRaw<{ kept: KeptBecause | null; gone: Record<string, number> | null }[]>`
      SELECT kept_because(${row.id}::uuid, ${forceDay(ctx.clock.now())}::date) AS kept,
        CASE WHEN ${ended} THEN would_go(${row.id}::uuid) END AS gone`;
    await record(tx, ctx, {
      type: 'retention.read',
      data: {},
      subject: { type: 'submission', id: row.id },
    });
    const { retention } = await currentForce(tx, ctx);
    const waiting = row.disposals.find(({ decidedAt }) => decidedAt === null);
    return {
      id: row.id,
      reference: row.reference,
      status: row.status,
      outcome: row.outcome,
      restricted: row.restricted,
      receivedAt: row.submittedAt,
      endedAt: ended ? row.statusChangedAt : null,
      rule: retention.reports.find(({ code }) => code === row.retentionRule) ?? null,
      dueOn: row.retentionDueOn,
      kept: said?.kept ?? null,
      keepings: row.keepings.map((keeping) => ({
        by: keeping.keptByAccount.displayName,
        at: keeping.keptAt,
        until: keeping.reviewOn,
        grounds: keeping.grounds,
        reason: keeping.reason,
      })),
      holds: row.legalHolds.map((hold) => ({
        by: hold.setByAccount.displayName,
        at: hold.setAt,
        reason: hold.reason,
        lifted:
          hold.liftedByAccount && hold.liftedAt
            ? { by: hold.liftedByAccount.displayName, at: hold.liftedAt, reason: hold.liftReason ?? '' }
            : null,
      })),
      refusals: row.disposals.flatMap(({ approved, decider, decidedAt, words }) =>
        approved === false && decider && decidedAt && words
          ? [{ by: decider.displayName, at: decidedAt, words }]
          : [],
      ),
      proposal: waiting
        ? {
            by: waiting.proposer.displayName,
            at: waiting.proposedAt,
            own: waiting.proposedBy === ctx.actor.accountId,
          }
        : null,
      mayLift: row.legalHolds.some(
        ({ liftedAt, setBy }) => liftedAt === null && setBy !== ctx.actor.accountId,
      ),
      wouldGo: said?.gone
        ? Object.entries(said.gone)
            .map(([table, rows]) => ({ table, rows }))
            .sort((one, other) => one.table.localeCompare(other.table))
        : null,
    };
  });
}

/** The same for whoever decides on a disposal that another proposed. @throws NotFound, Forbidden */
export async function openProposal(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<RetentionOfReport> {
  const report = await openRetention(ctx, input);
  if (!report.proposal) throw new NotFound();
  if (report.proposal.own) throw new Forbidden('Another FIB supervisor decides on what you proposed');
  return report;
}

const name = { select: { displayName: true } } as const;
