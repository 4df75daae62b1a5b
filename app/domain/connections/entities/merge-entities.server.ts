import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { type Id, newId } from '../../kernel/id.ts';
import { normalisedRegistration } from '../../kernel/normalise.ts';
import { normalisedContact } from '../../intake/submitting/extract-contacts.ts';
import { may } from '../../kernel/permissions.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { visibleMentions, type MentionRow } from './entity-mentions.server.ts';
import { groupOf, mergesAround, type MergeRow } from './entity-merges.server.ts';
import { mayBeMerged } from './entity-words.ts';

/** Any fixed number that no other lock has. */
const MERGES = 7_402_020;

/**
 * Has two vehicles, contacts or people be one on every page, for FIB, until it is ended. `typed` is what the other is
 * called; both are named in reports that the actor may open. @throws NotFound, Forbidden, Invalid
 */
export async function mergeEntities(
  ctx: Ctx,
  input: { entityId: Id<'Entity'>; typed: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const own = await openForChange(tx, ctx, input.entityId);
    const otherId = await namedBy(tx, own.first, input.typed);
    const errors: Record<string, string> = {};
    const other = otherId === null ? [] : await visibleMentions(tx, ctx, [otherId]);
    if (otherId === null || other.length === 0)
      errors['typed'] = 'Enter what it is called in a report that you may open';
    else if (groupOf(input.entityId, own.rows, [...own.mentions, ...other]).ids.includes(otherId))
      errors['typed'] = 'The two are one already';
    const reason = reasonFault(input.reason, 'Enter why the two are one');
    if (reason) errors['reason'] = reason;
    if (otherId === null || Object.keys(errors).length > 0) throw new Invalid(errors);
    await tx.entityMerge.create({
      data: {
        id: newId<'EntityMerge'>(),
        kind: own.first.kind,
        oneId: input.entityId,
        otherId,
        reason: input.reason.trim(),
        mergedBy: ctx.actor.accountId,
        mergedAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'entity.merged',
      data: { kind: own.first.kind, other: otherId },
      subject: { type: 'entity', id: input.entityId },
    });
  });
}

/** Ends a merge that the actor can see; both pages are as they were, and it stays on record. @throws NotFound, Forbidden, Conflict, Invalid */
export async function detachEntities(
  ctx: Ctx,
  input: { entityId: Id<'Entity'>; mergeId: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const own = await openForChange(tx, ctx, input.entityId);
    const { merges } = groupOf(input.entityId, own.rows, own.mentions);
    const merge = merges.find(({ id }) => id === input.mergeId);
    if (!merge && merges.every(({ ended }) => ended !== null))
      throw new Conflict('Nothing is left to detach');
    if (merge?.ended) throw new Conflict('This has been detached already');
    const reason = reasonFault(input.reason, 'Enter why the two are not one');
    if (!merge || reason)
      throw new Invalid({
        ...(merge ? {} : { mergeId: 'Select what is to be detached' }),
        ...(reason ? { detachReason: reason } : {}),
      });
    await tx.entityMergeEnd.create({
      data: {
        mergeId: merge.id,
        reason: input.reason.trim(),
        endedBy: ctx.actor.accountId,
        endedAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'entity.detached',
      data: { merge: merge.id },
      subject: { type: 'entity', id: input.entityId },
    });
  });
}

type Opened = { rows: MergeRow[]; mentions: MentionRow[]; first: MentionRow };

/** One lock for all merges of the force: two officers may merge the same two, or three into a circle. */
async function openForChange(tx: Tx, ctx: Ctx, entityId: Id<'Entity'>): Promise<Opened> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${MERGES}::bigint)`;
  const rows = await mergesAround(tx, entityId);
  const ids = [entityId, ...rows.flatMap((row) => [row.one_id, row.other_id])];
  const mentions = await visibleMentions(tx, ctx, ids);
  const first = mentions.find((row) => row.entity_id === entityId);
  if (!first) throw new NotFound();
  if (!may(ctx.actor, 'entities.merge')) throw new Forbidden();
  if (!mayBeMerged(first.kind)) throw new Conflict('Only vehicles, contacts and people are merged');
  return { rows, mentions, first };
}

function reasonFault(reason: string, missing: string): string | null {
  if (!reason.trim()) return missing;
  return reason.trim().length > textLimits.linkReason
    ? `Reason must be ${charactersOrLess(textLimits.linkReason)}`
    : null;
}

/** The id of what is called so, of the kind of the first; null where that is too little to be one. */
async function namedBy(
  tx: Tx,
  { kind, contact_kind: contact }: MentionRow,
  typed: string,
): Promise<Id<'Entity'> | null> {
  const value =
    kind === 'contact'
      ? normalisedContact[contact ?? 'other'](typed)
      : kind === 'vehicle'
        ? normalisedRegistration(typed)
        : typed;
  if (!value) return null;
  const [row] = await tx.$queryRaw<{ id: Id<'Entity'> | null }[]>`
    SELECT CASE ${kind} WHEN 'vehicle' THEN vehicle_entity(${value}) WHEN 'person' THEN person_entity(${value})
      WHEN 'contact' THEN contact_entity(${contact}::contact_kind, ${value}) END AS id`;
  return row?.id ?? null;
}
