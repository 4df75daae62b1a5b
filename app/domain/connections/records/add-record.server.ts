import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { isId } from '../../kernel/id.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { readRecord, type WrittenRecord } from './record-input.ts';
import { isRecordKind, mostRecords } from './record-kinds.ts';
import { recordsOf } from './records-of.server.ts';
import { refuseTwice, writeRecord } from './write-record.server.ts';

/** `linkId` is made with the page, so that a form sent twice is one link. */
export type AddRecordInput = WrittenRecord & { submissionId: Id<'Submission'>; kind: string; linkId: string };

/** Links a submission to a record elsewhere. @throws NotFound, Conflict, Invalid */
export async function addRecord(ctx: Ctx, input: AddRecordInput): Promise<void> {
  const { kind, linkId } = input;
  if (!isRecordKind(kind)) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'change');
    if (!isId(linkId)) throw new Conflict('The form is no longer complete. Go back and start again');
    const { standing, removed, items } = await recordsOf(tx, submission.id);
    if ([...standing, ...removed].some((link) => link.linkId === linkId)) return;
    const { fields, problems } = readRecord(kind, input, {
      today: forceDay(ctx.clock.now()),
      items,
    });
    if (problems) throw new Invalid(problems);
    refuseTwice(standing, { kind, linkId, reference: fields.reference });
    if (standing.length + removed.length >= mostRecords)
      throw new Invalid({ reference: `A submission can have ${mostRecords} records elsewhere at most` });
    await writeRecord(tx, ctx, {
      ...fields,
      submissionId: submission.id,
      linkId,
      number: 1,
      kind,
      givenByPartner: false,
      disseminationId: null,
      removedReason: null,
    });
    await record(tx, ctx, {
      type: 'record_link.added',
      data: { kind, givenByPartner: false },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
