import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { readText } from '../tasks/task-input.ts';
import { refuseUnsupported } from '../../submission/supported-outcomes.server.ts';
import { recordLinkFrom, type LinkFrom } from './link-from.server.ts';
import { readRecord, type ItemOf, type WrittenRecord } from './record-input.ts';
import { recordLimits } from './record-kinds.ts';
import type { RecordLink } from './records-of.server.ts';
import { refuseTwice, writeRecord } from './write-record.server.ts';

/**
 * Through the submission by whoever may read the original, or through the dissemination whose recipients told it by them.
 * `expectedVersion` is the number of the version on the page that the form was on.
 */
type OnLink = LinkFrom & { linkId: string; expectedVersion: number };

/** Writes a link anew; the version before stays on record. @throws NotFound, Conflict, Invalid */
export async function changeRecord(ctx: Ctx, input: OnLink & WrittenRecord): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { submissionId, link, standing, items, told } = await lockLink(tx, ctx, input);
    const { kind, linkId, disseminationId, now } = link;
    const { fields, problems } = readRecord(kind, input, { today: forceDay(ctx.clock.now()), items });
    if (problems) throw new Invalid(problems);
    // What those who read the original say of it besides stays.
    const kept = told ? { note: now.note, itemId: now.item?.id ?? null } : {};
    refuseTwice(standing, { kind, linkId, reference: fields.reference });
    await writeRecord(tx, ctx, {
      ...fields,
      ...kept,
      submissionId,
      linkId,
      disseminationId,
      number: now.number + 1,
      kind,
      // Another reference is the officer's own word.
      givenByPartner: now.givenByPartner && fields.reference === now.reference,
      removedReason: null,
    });
    await record(tx, ctx, {
      type: 'record_link.changed',
      data: { kind, version: now.number + 1 },
      subject: { type: 'submission', id: submissionId },
    });
  });
}

/** Removes a link, with the reason; what it was stays on record. @throws NotFound, Conflict, Invalid */
export async function removeRecord(ctx: Ctx, input: OnLink & { reason: string }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { submissionId, link } = await lockLink(tx, ctx, input);
    const reason = readText(input.reason, {
      missing: 'Enter why the record does not belong to this submission',
      name: 'Reason',
      limit: recordLimits.reason,
    });
    if (reason.value === null) throw new Invalid({ reason: reason.problem });
    const { reference, agency, datedOn, people, item, status, note, givenByPartner, number } = link.now;
    await writeRecord(tx, ctx, {
      reference,
      agency,
      datedOn,
      people,
      itemId: item?.id ?? null,
      status,
      note,
      givenByPartner,
      submissionId,
      linkId: link.linkId,
      disseminationId: link.disseminationId,
      kind: link.kind,
      number: number + 1,
      removedReason: reason.value,
    });
    await refuseUnsupported(tx, submissionId, 'reason');
    await record(tx, ctx, {
      type: 'record_link.removed',
      data: { kind: link.kind },
      subject: { type: 'submission', id: submissionId },
    });
  });
}

async function lockLink(
  tx: Tx,
  ctx: Ctx,
  input: OnLink,
): Promise<{
  submissionId: Id<'Submission'>;
  link: RecordLink;
  standing: RecordLink[];
  items: readonly ItemOf[];
  told: boolean;
}> {
  const found = await recordLinkFrom(tx, ctx, input, 'change');
  const { link } = found;
  if (link.now.removed !== null) throw new Conflict('This record has been removed already');
  if (link.now.number !== input.expectedVersion)
    throw new Conflict('Somebody has changed this record since you opened it. Look at it again');
  return found;
}
