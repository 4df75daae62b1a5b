import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { replayChanges, changesBetween, type ReplayChange, type ReplayOutcome } from './replay.ts';
import { openRuleDraft, requireRuleWriter } from './rule-drafts.server.ts';

export type ReplayedDifference = {
  submissionId: Id<'Submission'>;
  reference: string;
  submittedAt: Date;
  changes: ReplayChange[];
  before: ReplayOutcome;
  after: ReplayOutcome;
};

export type ReplayPage = {
  basedOn: number;
  revision: number;
  /** The newest replay of the draft as it is now; null when there is none since its last change. */
  replay: {
    counted: number;
    differing: number;
    /** How many differ in what, in the order of gravity. */
    counts: { change: ReplayChange; count: number }[];
    runAt: Date;
    runBy: string;
    differences: ReplayedDifference[];
    /** The position after which the next page begins; null on the last. */
    next: number | null;
  } | null;
};

const perPage = 25;

/** The last replay of the draft, page by page. Reasons may name a postcode, so reading it is audited. @throws NotFound */
export async function readReplay(ctx: Ctx, input: { after: number }): Promise<ReplayPage> {
  requireRuleWriter(ctx);
  return transaction(ctx.db, async (tx) => {
    const draft = await openRuleDraft(tx);
    if (!draft) throw new NotFound();
    const page = { basedOn: draft.basedOn, revision: draft.revision, replay: null };
    const replay = await tx.routingReplay.findFirst({
      where: { draftId: draft.id, revision: draft.revision },
      orderBy: [{ runAt: 'desc' }, { id: 'desc' }],
      include: { runByAccount: { select: { displayName: true } } },
    });
    if (!replay) return page;
    const rows = await tx.routingReplayDifference.findMany({
      where: { replayId: replay.id, position: { gt: input.after } },
      orderBy: { position: 'asc' },
      take: perPage + 1,
      include: { submission: { select: { reference: true, submittedAt: true } } },
    });
    await record(tx, ctx, {
      type: 'routing.replay_read',
      data: { draft: draft.id, revision: draft.revision },
      subject: { type: 'routing_draft', id: draft.id },
    });
    const counts = replay.changes as Partial<Record<ReplayChange, number>>;
    const shown = rows.slice(0, perPage);
    return {
      ...page,
      replay: {
        counted: replay.counted,
        differing: replay.differing,
        counts: (Object.keys(replayChanges) as ReplayChange[]).flatMap((change) =>
          counts[change] ? [{ change, count: counts[change] }] : [],
        ),
        runAt: replay.runAt,
        runBy: replay.runByAccount.displayName,
        differences: shown.map((row) => {
          const before = row.before as ReplayOutcome;
          const after = row.after as ReplayOutcome;
          return {
            submissionId: row.submissionId,
            reference: row.submission.reference,
            submittedAt: row.submission.submittedAt,
            changes: changesBetween(before, after),
            before,
            after,
          };
        }),
        next: rows.length > perPage ? (shown.at(-1)?.position ?? null) : null,
      },
    };
  });
}
