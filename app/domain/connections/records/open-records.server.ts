import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { type LoadedSubmission, originalFor } from '../../submission/load-submission.server.ts';
import { recordLinkFrom, type LinkFrom } from './link-from.server.ts';
import type { ItemOf } from './record-input.ts';
import { recordsOf, type RecordLink, type RecordVersion, type Records } from './records-of.server.ts';
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
): Promise<RecordsPage & { kind: RecordKind; given: string | null; items: readonly ItemOf[] }> {
  const { kind } = input;
  if (!isRecordKind(kind)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const { given, items } = await recordsOf(tx, submission.id);
    await read(tx, ctx, submission);
    return {
      submissionId: submission.id,
      reference: submission.reference,
      kind,
      items,
      given: given.find((one) => one.kind === kind)?.text ?? null,
    };
  });
}

/** One link with all its versions, to change or remove it. @throws NotFound, Forbidden, Conflict */
export async function openRecord(
  ctx: Ctx,
  from: LinkFrom & { linkId: string },
): Promise<RecordsPage & { link: RecordLink; items: readonly ItemOf[] }> {
  return transaction(ctx.db, async (tx) => {
    const { submissionId, reference, link, items, told } = await recordLinkFrom(tx, ctx, from, 'read');
    await read(tx, ctx, { id: submissionId });
    const ofTold = <Version extends RecordVersion>(version: Version) => ({ ...version, note: null });
    return {
      submissionId,
      reference,
      items,
      link: told ? { ...link, now: ofTold(link.now), versions: link.versions.map(ofTold) } : link,
    };
  });
}

async function read(tx: Tx, ctx: Ctx, { id }: Pick<LoadedSubmission, 'id'>): Promise<void> {
  await record(tx, ctx, { type: 'record_links.read', data: {}, subject: { type: 'submission', id } });
}
