import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { type LoadedSubmission, originalFor } from '../../submission/load-submission.server.ts';
import { recordsOf, type RecordLink, type Records } from './records-of.server.ts';
import { isRecordKind, type RecordKind } from './record-kinds.ts';

export type RecordsPage = { submissionId: Id<'Submission'>; reference: string };

/** The records elsewhere of a submission. @throws NotFound */
export async function openRecords(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<RecordsPage & { records: Records }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const records = await recordsOf(tx, submission.id);
    await read(tx, ctx, submission);
    return { submissionId: submission.id, reference: submission.reference, records };
  });
}

/** The page of a new link. @throws NotFound */
export async function prepareRecord(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; kind: string },
): Promise<RecordsPage & { kind: RecordKind; given: string | null }> {
  const { kind } = input;
  if (!isRecordKind(kind)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const { given } = await recordsOf(tx, submission.id);
    await read(tx, ctx, submission);
    return {
      submissionId: submission.id,
      reference: submission.reference,
      kind,
      given: given.find((one) => one.kind === kind)?.text ?? null,
    };
  });
}

/** One link with all its versions, to change or remove it. @throws NotFound */
export async function openRecord(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; linkId: string },
): Promise<RecordsPage & { link: RecordLink }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const { standing, removed } = await recordsOf(tx, submission.id);
    const link = [...standing, ...removed].find(({ linkId }) => linkId === input.linkId);
    if (!link) throw new NotFound();
    await read(tx, ctx, submission);
    return { submissionId: submission.id, reference: submission.reference, link };
  });
}

async function read(tx: Tx, ctx: Ctx, { id }: LoadedSubmission): Promise<void> {
  await record(tx, ctx, { type: 'record_links.read', data: {}, subject: { type: 'submission', id } });
}
