import { addAttachment } from '#app/domain/intake/attachments/add-attachment.server.ts';
import type { Depot } from '#app/domain/intake/attachments/depot.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { clean, posted, scannerThatSays } from './depot.ts';
import { photograph } from './files.ts';
import { minimalAnswers, nobodySpeaks } from './form-answers.ts';
import { sendDraft } from './submitted.ts';

/** A depot on this store whose scanner finds everything clean. */
export function cleanDepot(files: FileStore): Depot {
  return { files, scanner: scannerThatSays(clean), report: () => undefined };
}

/** Adds a picture to a draft. Gives the file's id. */
export async function addPicture(ctx: Ctx, files: FileStore, draftId: Id<'Draft'>): Promise<string> {
  const content = posted('van.jpg', await photograph());
  const input = { draftId, description: 'The van in front of the house', content };
  return (await addAttachment(ctx, cleanDepot(files), input)).attachmentId;
}

/** A report with a picture that was found clean, sent by the reporter of `ctx`. */
export async function submittedWithPicture(
  ctx: Ctx,
  files: FileStore,
  changes: Answers = {},
): Promise<{ submissionId: Id<'Submission'>; attachmentId: string }> {
  const { draftId } = await startDraft(ctx);
  const day = { precision: 'exact', date: todayOf(ctx) } as const;
  const answers = { ...minimalAnswers, ...nobodySpeaks, informationDate: day, learnedDate: day, ...changes };
  await ctx.db.draft.update({ where: { id: draftId }, data: { answers } });
  const attachmentId = await addPicture(ctx, files, draftId);
  return { submissionId: await sendDraft(ctx, draftId, changes), attachmentId };
}
