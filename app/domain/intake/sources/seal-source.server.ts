import { randomUUID } from 'node:crypto';
import { open, seal } from '#app/platform/crypto/envelope.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { mergeSealed, type OpenAnswers, type SealedAnswers } from '../../form/source-identity.ts';
import type { Draft } from '../drafts/drafts.server.ts';

const place = (row: string) => ({ table: 'source_record', row, column: 'sealed' });

/** What was sealed of a draft so far. */
export type SourceRecord = { id: string; sealed: Uint8Array<ArrayBuffer>; sealedAt: Date };

/**
 * Seals who told the partner. It goes from the posted form straight into the envelope of its own record: never into the
 * draft, the snapshot, the document, a job or a log. What was sealed before and not typed again stays; what the answers
 * no longer point to goes, and with the last of it the record.
 */
export async function sealSource(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  known: SourceRecord | null,
  answers: OpenAnswers,
  typed: SealedAnswers,
): Promise<void> {
  if (!known && Object.keys(typed).length === 0) return;
  const id = known?.id ?? randomUUID();
  const before = known
    ? (JSON.parse(open(ctx.keyring, known.sealed, place(id))) as Record<string, string>)
    : {};
  const merged = mergeSealed(draft.definition, answers, before, typed);
  if (Object.keys(merged).length === 0) {
    await tx.sourceRecord.deleteMany({ where: { id } });
    return;
  }
  if (known && Object.keys(typed).length === 0 && Object.keys(before).length === Object.keys(merged).length)
    return;
  const sealed = seal(ctx.keyring, JSON.stringify(merged), place(id));
  const sealedAt = ctx.clock.now();
  await tx.sourceRecord.upsert({
    where: { id },
    create: { id, draftId: draft.id, sealed, sealedAt },
    update: { sealed, sealedAt },
  });
  await record(tx, ctx, {
    type: 'source.sealed',
    data: { draftId: draft.id },
    subject: { type: 'draft', id: draft.id },
  });
}

/**
 * Seals who told the partner where a report was sent before that was asked. A record that was sent is never changed: what
 * it holds is not asked again.
 */
export async function sealAfterSending(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  typed: SealedAnswers,
): Promise<void> {
  if (Object.keys(typed).length === 0) return;
  const { draftId } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { draftId: true },
  });
  const id = randomUUID();
  const sealed = seal(ctx.keyring, JSON.stringify(typed), place(id));
  await tx.sourceRecord.create({ data: { id, draftId, submissionId, sealed, sealedAt: ctx.clock.now() } });
  await record(tx, ctx, {
    type: 'source.sealed',
    data: { draftId },
    subject: { type: 'draft', id: draftId },
  });
}

/**
 * What was sealed of a draft or a report; null when there is nothing. Checks keep it on the server, and a person is shown
 * it under a custodian's decision alone (app/domain/triage/sealed-sources).
 */
export async function openSealed(
  tx: Tx,
  ctx: Pick<Ctx, 'keyring'>,
  of: { draftId: Id<'Draft'> } | { submissionId: Id<'Submission'> },
): Promise<SealedAnswers | null> {
  const known = await tx.sourceRecord.findUnique({ where: of, select: { id: true, sealed: true } });
  return known ? (JSON.parse(open(ctx.keyring, known.sealed, place(known.id))) as SealedAnswers) : null;
}
