import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { localTimeOf } from '#app/domain/kernel/local-time.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraftForPartner } from '#app/domain/intake/drafts/start-draft-for-partner.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import { withdraw } from '#app/domain/intake/own-reports/withdraw.server.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import { approveItem } from '#app/domain/triage/approvals/approve-item.server.ts';
import { createItem } from '#app/domain/triage/items/create-item.server.ts';
import { disseminateItem } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { linkPlanItem, unlinkPlanItem } from '#app/domain/triage/actions/link-plan-item.server.ts';
import { markInformationRead } from '#app/domain/triage/partner-messages/mark-information-read.server.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { openSheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { openPlanLinks } from '#app/domain/triage/actions/open-plan-links.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { recallDissemination } from '#app/domain/triage/dissemination/recall-dissemination.server.ts';
import { recordOutsideStep } from '#app/domain/triage/dissemination/record-outside-step.server.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { closeReport } from './close-report.ts';
import { end } from './end.ts';
import { performPlanDeed } from './plan-work.ts';
import type { Deed } from './step.ts';

/** Kept with a grade only where the partner set a limit that it lets go of. */
const agreed = 'The partner was called and agrees that it is shared.';

/** The ids that a story has so far: what its next deed is about. */
export type Thread = {
  draftId: string;
  submissionId: string;
  items: string[];
  /** Ids of disseminations by item and whom they went to. */
  sent: Map<string, string>;
  /** Ids of the tasks that the story has added. */
  tasks: string[];
};

export const newThread = (): Thread => ({
  draftId: '',
  submissionId: '',
  items: [],
  sent: new Map(),
  tasks: [],
});

const sentKey = (item: number, sentTo: string): string => `${item} ${sentTo}`;

/**
 * Does what a person does, by the use case that a page would call; where it takes two, `second` agrees at once.
 * @throws whatever the use case refuses
 */
export async function perform(ctx: Ctx, thread: Thread, deed: Deed, second: Ctx): Promise<void> {
  const { draftId, submissionId } = thread;
  const itemId = 'item' in deed && typeof deed.item === 'number' ? (thread.items[deed.item - 1] ?? '') : '';
  const expectedVersion = null;
  switch (deed.do) {
    case 'start':
      thread.draftId = await start(ctx, deed);
      return;
    case 'save_page':
      // A page saved again may take answers elsewhere with it.
      await savePage(ctx, { draftId, pageId: deed.pageId, posted: deed.posted, drops: true });
      return;
    case 'save_item':
      await saveDraftItem(ctx, {
        draftId,
        sectionId: deed.sectionId,
        itemId: randomUUID(),
        posted: deed.posted,
      });
      return;
    case 'submit':
      thread.submissionId = (
        await submit(ctx, { draftId, declaration: { declaration: ['confirmed'] } })
      ).submissionId;
      return;
    case 'open':
      await openSubmission(ctx, { submissionId });
      return;
    case 'act':
      if (deed.action === 'grant_withdrawal')
        return end(ctx, second, 'grant_withdrawal', { submissionId, comment: deed.comment, expectedVersion });
      return performAction(ctx, {
        submissionId,
        action: deed.action,
        comment: deed.comment,
        expectedVersion,
      });
    case 'hand_over': {
      const colleague = await ctx.db.account.findUniqueOrThrow({ where: { email: deed.colleague } });
      return performAction(ctx, {
        action: 'hand_over',
        submissionId,
        colleague: colleague.id,
        comment: deed.comment,
        expectedVersion,
      });
    }
    case 'reroute':
      return performAction(ctx, {
        action: 'reroute',
        submissionId,
        otherQueue: deed.queue,
        comment: deed.comment,
        expectedVersion,
      });
    case 'create_item':
      thread.items.push((await createItem(ctx, { submissionId, title: deed.title, expectedVersion })).itemId);
      return;
    case 'grade':
      await gradeItem(ctx, { itemId, posted: { ...deed.posted, limitReason: agreed }, expectedVersion });
      return;
    case 'sanitise':
      return sanitise(ctx, itemId, deed.text);
    case 'approve':
      await approveItem(ctx, { itemId, version: deed.version, confirmed: true, expectedVersion });
      return;
    case 'disseminate':
    case 'let_out':
    case 'tell_lead':
      return disseminate(ctx, thread, itemId, deed);
    case 'acknowledge':
    case 'record_step':
    case 'recall':
      return followUp(ctx, thread.sent.get(sentKey(deed.item, deed.sentTo)) ?? '', deed);
    case 'ask':
      return performAction(ctx, {
        action: 'ask_partner',
        submissionId,
        comment: deed.comment,
        expectedVersion,
      });
    case 'reply':
      await reply(ctx, { submissionId, replyId: randomUUID(), comment: deed.comment, danger: 'no' });
      return;
    case 'read_reply':
      await readReply(ctx, submissionId);
      return;
    case 'reject':
      return end(ctx, second, 'reject', { submissionId, comment: deed.comment, expectedVersion });
    case 'withdraw':
      await withdraw(ctx, { submissionId, comment: deed.comment });
      return;
    case 'refuse_withdrawal':
      return performAction(ctx, {
        action: 'refuse_withdrawal',
        submissionId,
        comment: deed.comment,
        expectedVersion,
      });
    case 'close':
      return closeReport(ctx, second, submissionId, deed);
    case 'link':
      return linkPlanItem(ctx, { submissionId, item: deed.item, reason: deed.reason });
    case 'unlink':
      return unlink(ctx, submissionId, deed);
    case 'read_answer':
      await openOwnReport(ctx, { submissionId });
      return;
    case 'set_status':
    case 'name_owner':
    case 'add_task':
    case 'finish_task':
      return performPlanDeed(ctx, thread.tasks, deed);
    case 'tell_high':
      throw new Error('The portal tells of what is High, and nobody else.');
  }
}

/** Reads what the partner wrote and says so, as the page lets the officer. */
async function readReply(ctx: Ctx, submissionId: string): Promise<void> {
  const opened = await openSubmission(ctx, { submissionId });
  if (opened.view === 'whole') await markInformationRead(ctx, { submissionId, seen: opened.written });
}

/** By the partner, or by the officer whom the partner told. */
async function start(ctx: Ctx, { reportedBy, channel }: Extract<Deed, { do: 'start' }>): Promise<string> {
  if (!reportedBy || !channel) return (await startDraft(ctx)).draftId;
  const person = await ctx.db.account.findUniqueOrThrow({ where: { email: reportedBy } });
  const { draftId } = await startDraftForPartner(ctx, {
    organisationId: person.organisationId ?? '',
    reportedBy: person.id,
    channel,
  });
  return draftId;
}

/** Where the checks warn, the officer looks at each warning and keeps the text, as the page lets them. */
async function sanitise(ctx: Ctx, itemId: string, text: string): Promise<void> {
  const first = await sanitiseItem(ctx, { itemId, text, checked: null, expectedVersion: null });
  if (!first.saved) await sanitiseItem(ctx, { itemId, text, checked: first.mark, expectedVersion: null });
}

async function disseminate(
  ctx: Ctx,
  thread: Thread,
  itemId: string,
  deed: Extract<Deed, { do: 'disseminate' | 'let_out' | 'tell_lead' }>,
): Promise<void> {
  const { addressed, sentTo } = addressedBy(deed);
  const { conditions } = deed;
  const send = (checked: string | null) =>
    disseminateItem(ctx, { itemId, addressed, conditions, checked, expectedVersion: null });
  const first = await send(null);
  const sent = first.sent ? first : await send(first.mark);
  if (!sent.sent) throw new Error('The warnings were confirmed and the item was not sent.');
  thread.sent.set(sentKey(deed.item, sentTo), sent.disseminationId);
}

function addressedBy(deed: Extract<Deed, { do: 'disseminate' | 'let_out' | 'tell_lead' }>): {
  addressed: Addressed;
  sentTo: string;
} {
  if (deed.do === 'disseminate')
    return { addressed: { to: 'queue', queueCode: deed.queue }, sentTo: deed.queue };
  if (deed.do === 'tell_lead')
    return { addressed: { to: 'mds_lead', reason: deed.reason }, sentTo: 'mds_lead' };
  const { recipient, body, post, reason } = deed;
  return { addressed: { to: 'outside', recipient, body, post, reason }, sentTo: recipient };
}

/** What happens to something that was sent: its recipient reads and acknowledges it, or an officer writes down what did. */
async function followUp(
  ctx: Ctx,
  disseminationId: string,
  deed: Extract<Deed, { do: 'acknowledge' | 'record_step' | 'recall' }>,
): Promise<void> {
  if (deed.do === 'recall') {
    await recallDissemination(ctx, { disseminationId, reason: deed.reason });
    return;
  }
  if (deed.do === 'acknowledge') {
    await openDissemination(ctx, { disseminationId });
    return acknowledgeDissemination(ctx, { disseminationId });
  }
  const at = localTimeOf(ctx.clock.now());
  if (deed.step === 'passed') await openSheet(ctx, { disseminationId, as: 'pdf' });
  await recordOutsideStep(ctx, { disseminationId, ...deed, at });
}

async function unlink(
  ctx: Ctx,
  submissionId: string,
  { item, reason }: Extract<Deed, { do: 'unlink' }>,
): Promise<void> {
  const { links } = await openPlanLinks(ctx, { submissionId });
  const link = links.find(({ code, unlinked }) => code === item && unlinked === null);
  await unlinkPlanItem(ctx, { submissionId, linkId: link?.id ?? '', reason });
}
