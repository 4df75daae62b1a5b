import type { Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { auditTypeWords } from '../audit/event-words.ts';
import { record } from '../audit/record.server.ts';
import { matching } from '../audit/read-trail.server.ts';
import { belongingTo } from '../audit/trail-subjects.server.ts';
import { everyReading, writePlace, type TrailPlace } from '../audit/trail-filter.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { originalFor } from '../submission/load-submission.server.ts';

/** That somebody saw something of a submission. */
export type Reading = { id: string; who: string; what: string; at: Date };

export type ReadingsPage = {
  submissionId: Id<'Submission'>;
  reference: string;
  readings: Reading[];
  /** The next page's `before`. */
  earlier: string | null;
};

const pageSize = 50;

type Row = { id: bigint; happenedAt: Date; type: string; actor: string };

/**
 * Who has seen a submission, or a file, item, dissemination or task of it, newest first: for an FIB supervisor who may read
 * it, as whoever answers for officers has to see what they open. The auditor finds the same in the trail. Looking at it is an
 * event too.
 * @throws NotFound
 */
export async function whoHasSeen(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; before: TrailPlace | null },
): Promise<ReadingsPage> {
  if (!may(ctx.actor, 'readings.oversee')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const filter = { type: everyReading, actorId: null, from: null, to: null, before: input.before } as const;
    const subjects = await belongingTo(tx, submission.id);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT e.id, e.happened_at AS "happenedAt", e.type, e.actor_label AS actor
      FROM (${matching(filter, subjects, pageSize + 1)}) e ORDER BY e.happened_at DESC, e.id DESC LIMIT ${pageSize + 1}`;
    await record(tx, ctx, {
      type: 'submission.readings_read',
      data: {},
      subject: { type: 'submission', id: submission.id },
    });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      submissionId: submission.id,
      reference: submission.reference,
      readings: page.map(({ id, actor, type, happenedAt }) => ({
        id: String(id),
        who: actor,
        what: auditTypeWords(type),
        at: happenedAt,
      })),
      earlier: rows.length > pageSize && last ? writePlace(last) : null,
    };
  });
}
