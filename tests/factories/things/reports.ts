import type { Answers } from '#app/domain/form/answers.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { sendAtOnce } from '#app/domain/intake/submitting/submit.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '../ctx.ts';
import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { submittedWithSource } from '../sealed-submission.ts';
import { submitted } from '../submitted.ts';
import { addPicture, submittedWithPicture } from '../with-files.ts';
import { writtenDraft } from '../written-draft.ts';

/** What stands behind an address: values for its parameters. */
export type Params = Record<string, string>;

export async function draftParams(
  portal: TestPortal,
  email: string,
  write: (ctx: Ctx) => Promise<string> = writtenDraft,
): Promise<Params> {
  const draftId = await write(await makeCtx(portal.database, { email }));
  const draft = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } });
  const [vehicle] = (draft.answers as { vehicles: { id: string }[] }).vehicles;
  return { draftId, pageId: 'information', sectionId: 'vehicles', itemId: vehicle?.id ?? '' };
}

export async function begunDraft(
  portal: TestPortal,
  email: string,
  write?: (ctx: Ctx) => Promise<string>,
): Promise<Params> {
  const params = await draftParams(portal, email, write);
  await portal.db.draft.update({
    where: { id: params.draftId },
    data: { unfinished: { 'page information': { posted: { whatIsKnown: 'Half a sen' }, again: [] } } },
  });
  return { ...params, of: 'pages', id: 'information' };
}

/** Begun by saying that somebody is in danger. */
export async function dangerDraft(portal: TestPortal, email: string): Promise<Params> {
  const ctx = await makeCtx(portal.database, { email });
  const { draftId } = await startDraft(ctx);
  const posted = { danger: 'now', child: 'no', onBehalfOfVictim: 'no' };
  await savePage(ctx, { draftId, pageId: 'danger', posted });
  return { draftId };
}

/** Sent from such a draft, with everything else still to be added. */
export async function sentAtOnce(portal: TestPortal, email: string): Promise<Params> {
  const ctx = await makeCtx(portal.database, { email });
  const { draftId = '' } = await dangerDraft(portal, email);
  const posted = { whatIsKnown: 'Somebody is locked in.' };
  const { submissionId } = await sendAtOnce(ctx, { draftId: draftId as Id<'Draft'>, posted });
  return { submissionId, part: 'people' };
}

/** `part` is a list of which an entry can be added to any report. */
export async function sentReport(portal: TestPortal, email: string, changes: Answers = {}): Promise<Params> {
  return {
    submissionId: await submitted(await makeCtx(portal.database, { email }), changes),
    part: 'vehicles',
  };
}

export async function sealedReport(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const reporter = await sealingCtx(portal, people.reporter);
  return {
    submissionId: await submittedWithSource(
      reporter,
      { name: 'Zebedee Quill', contact: 'by the mill' },
      changes,
    ),
  };
}

/** Asked for by the FIB officer. */
export async function sourceRequest(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sealedReport(portal);
  const officer = await portal.signedIn(people.officer);
  await sendForm(officer, `/submissions/${submissionId}/source/ask`, { reason: 'To ask which door it was' });
  const { id } = await portal.db.sourceRequest.findFirstOrThrow({ where: { submissionId } });
  return { submissionId, openingId: id };
}

/** Seals with the portal's own key, so that the portal can open it. */
async function sealingCtx(portal: TestPortal, email: string): Promise<Ctx> {
  return { ...(await makeCtx(portal.database, { email })), keyring: portal.keyring };
}

export async function draftFile(
  portal: TestPortal,
  email: string,
  write: (ctx: Ctx) => Promise<string> = writtenDraft,
): Promise<Params> {
  const params = await draftParams(portal, email, write);
  const ctx = await sealingCtx(portal, email);
  return { ...params, fileId: await addPicture(ctx, portal.files, params.draftId as Id<'Draft'>) };
}

export async function sentFile(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const ctx = await sealingCtx(portal, people.reporter);
  const { attachmentId } = await submittedWithPicture(ctx, portal.files, changes);
  return { attachmentId };
}

export const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};

export const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
