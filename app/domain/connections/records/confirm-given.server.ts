import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { mostRecords } from './record-kinds.ts';
import { recordsOf } from './records-of.server.ts';
import { writeRecord } from './write-record.server.ts';

/** Records what the partner gave, as it was given. `question` is its meaning. @throws NotFound, Conflict */
export async function confirmGiven(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; question: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'change');
    const { given, standing, removed } = await recordsOf(tx, submission.id);
    const found = given.find(({ question }) => question === input.question);
    if (!found?.ready || standing.length + removed.length >= mostRecords)
      throw new Conflict('This is recorded already, or cannot be confirmed as it is');
    const { kind, ready } = found;
    await writeRecord(tx, ctx, {
      ...ready,
      submissionId: submission.id,
      linkId: randomUUID(),
      number: 1,
      kind,
      agency: null,
      datedOn: null,
      people: null,
      itemId: null,
      note: null,
      givenByPartner: true,
      disseminationId: null,
      removedReason: null,
    });
    await record(tx, ctx, {
      type: 'record_link.added',
      data: { kind, givenByPartner: true },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
