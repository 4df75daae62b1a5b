import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { ownDraft } from '../drafts/drafts.server.ts';
import { filesOfDraft, type ListedFile } from './draft-files.server.ts';
import { openDetails } from './sealed-file.server.ts';

/** For its own reporter: with the name that the file had on their computer; null where it does not open. */
export type OwnFile = ListedFile & { name: string | null };

/** The files of one's own draft. @throws NotFound */
export async function ownDraftFiles(ctx: Ctx, input: { draftId: Id<'Draft'> }): Promise<OwnFile[]> {
  const draft = await ownDraft(ctx.db, ctx, input.draftId);
  return withNames(ctx.db, ctx, await filesOfDraft(ctx.db, draft.id));
}

/** One of them. @throws NotFound */
export async function ownDraftFile(
  ctx: Ctx,
  input: { draftId: Id<'Draft'>; attachmentId: Id<'Attachment'> },
): Promise<OwnFile> {
  const file = (await ownDraftFiles(ctx, input)).find(({ id }) => id === input.attachmentId);
  if (!file) throw new NotFound();
  return file;
}

async function withNames(db: Pick<Tx, 'attachment'>, ctx: Ctx, files: ListedFile[]): Promise<OwnFile[]> {
  const rows = await db.attachment.findMany({
    where: { id: { in: files.map(({ id }) => id) } },
    select: { id: true, details: true },
  });
  const names = new Map(rows.map((row) => [row.id, openDetails(ctx.keyring, row)?.name ?? null]));
  return files.map((file) => ({ ...file, name: names.get(file.id) ?? null }));
}
