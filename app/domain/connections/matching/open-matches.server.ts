import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import type { Status } from '../../kernel/statuses.ts';
import { loadSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { CANDIDATES, type Shared } from './candidates.server.ts';
import { findSharedWith, type Planner } from './find-shared.server.ts';
import { standingRelations } from './relations.server.ts';
import { countsOf, rankMatches, valuesOfMany } from './rank-matches.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { Strength } from './strength.ts';

/** Another report that may be about the same thing. */
export type Match = {
  submissionId: Id<'Submission'>;
  reference: string;
  strength: Strength;
  submittedAt: Date;
  status: Status;
  /** Somebody has claimed it. */
  held: boolean;
  area: string | null;
  queue: string;
  /** Whether the reader may open it. If not, what it says is left out: `other` is empty. */
  readable: boolean;
  restricted: boolean;
  shared: Pick<Shared, 'thing' | 'own' | 'other' | 'strength' | 'why' | 'entityId'>[];
};

/**
 * How many matches there are, without what they say. `many`: what of this report agrees with so many others that only the
 * nearest are among them, such as a common name.
 */
export type MatchCounts = { found: number; strong: number; elsewhere: number; many: string[] };

export type MatchesPage = {
  submissionId: Id<'Submission'>;
  reference: string;
  counts: MatchCounts;
  matches: Match[];
  /** Of the reports shown, those that are linked to this one already, by id. */
  linked: string[];
  /** The last match of this page, where more follow. */
  next: string | null;
  first: number;
};

export const MATCHES_PER_PAGE = 20;

/**
 * Reports that share a vehicle, a contact, a person, a place or a business with this one, strongest first. FIB is shown
 * every one it is cleared for; others see those they may open, and of the rest, unless restricted, only how many.
 * @throws NotFound, Forbidden
 */
export async function openMatches(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; after: string | null },
): Promise<MatchesPage> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    if (ctx.actor.side !== 'police') throw new NotFound();
    if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new Forbidden();
    const { matches, counts } = await matchesOf(tx, ctx, submission);
    const from = matches.findIndex(({ submissionId }) => submissionId === input.after) + 1;
    const shown = matches.slice(from, from + MATCHES_PER_PAGE);
    await noticesSeen(
      tx,
      ctx,
      submission,
      shown.map(({ submissionId }) => submissionId),
      matches.map(({ submissionId }) => submissionId),
    );
    await record(tx, ctx, {
      type: 'matches.read',
      data: { shown: shown.map(({ submissionId }) => submissionId), elsewhere: counts.elsewhere },
      subject: { type: 'submission', id: submission.id },
    });
    return {
      submissionId: submission.id,
      reference: submission.reference,
      counts,
      matches: shown,
      linked: (await standingRelations(tx, submission.id)).map(({ otherId }) => otherId),
      next: from + MATCHES_PER_PAGE < matches.length ? (shown.at(-1)?.submissionId ?? null) : null,
      first: from + 1,
    };
  });
}

/**
 * What the watch noticed of these reports is over for the holder, who has looked at them. `matched`: of every other that they
 * may open as well, but for these: of what only a sanitised text names the page of the submission has told all.
 */
export async function noticesSeen(
  tx: Tx,
  ctx: Ctx,
  { id: submissionId, state }: LoadedSubmission,
  seen: readonly Id<'Submission'>[],
  matched: readonly Id<'Submission'>[] | null = null,
): Promise<void> {
  if (state.claimedBy !== ctx.actor.accountId) return;
  const others = matched
    ? Prisma.sql`(s.id = ANY(${[...seen]}::uuid[]) OR NOT s.id = ANY(${[...matched]}::uuid[]))`
    : Prisma.sql`s.id = ANY(${[...seen]}::uuid[])`;
  await tx.$executeRaw`
    UPDATE watch_notice n SET seen_at = ${ctx.clock.now()} FROM submission s JOIN queue q ON q.id = s.primary_queue_id
    WHERE n.submission_id = ${submissionId}::uuid AND n.seen_at IS NULL AND s.id = n.other_id AND ${others} AND ${readableBy(ctx)}`;
}

/** The matches of a submission that the actor may read. The caller has asked who looks. */
export async function matchesOf(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  planner?: Planner,
): Promise<{ matches: Match[]; counts: MatchCounts }> {
  const { found, reports } = await findSharedWith(
    tx,
    { ctx, submissionId: submission.id },
    reportsFor(ctx),
    planner,
  );
  const reportOf = new Map((reports as Report[]).map((report) => [report.id, report]));
  const all = rankMatches(found).flatMap(({ submissionId, strength, shared }): Match[] => {
    const report = reportOf.get(submissionId);
    if (!report) return [];
    const { id, submitted_at, ...said } = report;
    return [
      {
        ...said,
        submissionId: id,
        submittedAt: new Date(submitted_at),
        strength,
        shared: shared.map(({ thing, own, other, strength: each, why, entityId }) => ({
          thing,
          entityId,
          own,
          other: report.readable ? other : '',
          strength: each,
          why,
        })),
      },
    ];
  });
  const matches = isFib(ctx.actor) ? all : all.filter(({ readable }) => readable);
  return {
    matches,
    counts: {
      found: matches.length,
      strong: countsOf(matches).strong,
      elsewhere: all.length - matches.length,
      many: valuesOfMany(found, CANDIDATES),
    },
  };
}

/** As JSON has it. */
type Report = Omit<Match, 'submissionId' | 'submittedAt' | 'strength' | 'shared'> & {
  id: Id<'Submission'>;
  submitted_at: string;
};

const reportsFor = (ctx: Ctx) => Prisma.sql`
  SELECT s.id, s.reference, s.submitted_at, s.status, s.claimed_by IS NOT NULL AS held, s.restricted, a.name AS area, q.name AS queue, ${readableBy(ctx)} AS readable
  FROM submission s JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN area a ON a.id = s.area_id
  WHERE s.id IN (SELECT submission_id FROM other)`;
