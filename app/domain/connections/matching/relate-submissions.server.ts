import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { parseReference } from '../../kernel/reference.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { loadSubmissionUnchecked, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { refuseUnsupported } from '../../submission/supported-outcomes.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { isRelationKind, relationFault } from './relations.ts';
import { readRelations, relatedSubmission, standingRelations, type Relation } from './relations.server.ts';

export type RelationsPage = {
  submissionId: Id<'Submission'>;
  reference: string;
  relations: Relation[];
  elsewhere: number;
  /** The reference of the report that the officer came from a match with. */
  suggested: string;
};

/** The links of a report, to add and to end. `withId` is a report to suggest. @throws NotFound, Forbidden */
export async function openRelations(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; withId: string | null },
): Promise<RelationsPage> {
  return transaction(ctx.db, async (tx) => {
    const submission = await relatedSubmission(tx, ctx, input.submissionId, 'read');
    const other = input.withId === null ? null : await readableOther(tx, ctx, { id: input.withId });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'status' },
      subject: { type: 'submission', id: submission.id },
    });
    const read = await readRelations(tx, ctx, submission.id);
    return {
      submissionId: submission.id,
      reference: submission.reference,
      ...read,
      suggested: other?.reference ?? '',
    };
  });
}

/** A report that the actor may read; what they may not looks as if it did not exist. */
export async function readableOther(
  tx: Tx,
  ctx: Ctx,
  where: { id: string } | { reference: string },
): Promise<LoadedSubmission | null> {
  if ('id' in where && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(where.id)) return null;
  const found = await tx.submission.findFirst({ where, select: { id: true } });
  const other = found ? await loadSubmissionUnchecked(tx, ctx, found.id) : null;
  return other && maySeeRawText(ctx.actor, other.state, other.accessFacts) ? other : null;
}

function reasonFault(reason: string, missing: string): string | null {
  if (!reason.trim()) return missing;
  return reason.trim().length > textLimits.linkReason
    ? `Reason must be ${charactersOrLess(textLimits.linkReason)}`
    : null;
}

type RelateInput = {
  submissionId: Id<'Submission'>;
  reference: string;
  kind: string;
  reason: string;
};

/** Links a report to another one that the actor may read, with the reason. @throws NotFound, Forbidden, Invalid */
export async function relateSubmissions(ctx: Ctx, input: RelateInput): Promise<void> {
  await transaction(ctx.db, (tx) => relateIn(tx, ctx, input));
}

/** The same as a part of a larger change. */
export async function relateIn(tx: Tx, ctx: Ctx, input: RelateInput): Promise<void> {
  await lockRelations(tx);
  const submission = await relatedSubmission(tx, ctx, input.submissionId, 'change');
  const reference = parseReference(input.reference);
  const other = reference === null ? null : await readableOther(tx, ctx, { reference });
  const { kind } = input;
  const errors: Record<string, string> = {};
  if (other === null) errors['reference'] = 'Enter the reference of a report that you may open';
  else if (other.id === submission.id) errors['reference'] = 'Enter the reference of another report';
  if (!isRelationKind(kind)) errors['kind'] = 'Select how the two reports are linked';
  const unexplained = reasonFault(input.reason, 'Enter why you link the two reports');
  if (unexplained) errors['reason'] = unexplained;
  if (!other || !isRelationKind(kind) || Object.keys(errors).length > 0) throw new Invalid(errors);
  const others = await standingRelations(tx, other.id);
  const original = others.find((each) => each.kind === 'duplicate_of' && each.outgoing);
  const fault = relationFault(
    kind,
    await standingRelations(tx, submission.id),
    others,
    other.id,
    original ? ((await readableOther(tx, ctx, { id: original.otherId }))?.reference ?? null) : null,
  );
  if (fault) throw new Invalid({ kind: fault });
  await tx.submissionRelation.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      otherId: other.id,
      kind,
      reason: input.reason.trim(),
      relatedBy: ctx.actor.accountId,
      relatedAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'submission.related',
    data: { kind, other: other.id },
    subject: { type: 'submission', id: submission.id },
  });
}

/** Any fixed number that no other lock has. */
const RELATIONS = 7_402_019;

/** One lock for all links of the force: two officers may link the same two reports from either end, or into a circle. */
export async function lockRelations(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${RELATIONS}::bigint)`;
}

/** Ends a link that the actor can see; it stays on record with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function endRelation(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; relationId: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await lockRelations(tx);
    const submission = await relatedSubmission(tx, ctx, input.submissionId, 'change');
    const { relations } = await readRelations(tx, ctx, submission.id);
    const relation = relations.find(({ id }) => id === input.relationId);
    if (!relation) throw new Invalid({ relationId: 'Select a link to end' });
    if (relation.ended) throw new Conflict('This link has been ended already');
    const unexplained = reasonFault(input.reason, 'Enter why the link no longer holds');
    if (unexplained) throw new Invalid({ endReason: unexplained });
    await tx.submissionRelationEnd.create({
      data: {
        relationId: relation.id,
        reason: input.reason.trim(),
        endedBy: ctx.actor.accountId,
        endedAt: ctx.clock.now(),
      },
    });
    if (relation.kind === 'duplicate_of')
      await refuseUnsupported(tx, relation.outgoing ? submission.id : relation.other.id, 'endReason');
    await record(tx, ctx, {
      type: 'submission.unrelated',
      data: { kind: relation.kind, other: relation.other.id },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
