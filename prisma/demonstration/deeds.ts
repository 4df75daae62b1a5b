import { randomUUID } from 'node:crypto';
import type { PlainAction } from '#app/domain/submission/actions.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import type { ItemStatus } from '#app/domain/plan/item-status.ts';
import type { Means, OutsideStep } from '#app/domain/kernel/recipients.ts';
import type { Outcome } from '#app/domain/kernel/outcomes.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { addEvidence } from '#app/domain/figures/add-evidence.server.ts';
import { currentPlan } from '#app/domain/plan/current-plan.server.ts';
import { prepareEdition, publishEdition } from '#app/domain/plan/editions/editions.server.ts';
import { withholdWords } from '#app/domain/plan/editions/withheld.server.ts';
import { nameItemOwner, nobodyNamed } from '#app/domain/plan/name-item-owner.server.ts';
import { decideProposal } from '#app/domain/plan/decide-proposal.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { dayAfter, localTimeOf } from '#app/domain/kernel/local-time.ts';
import { forceDay } from '#app/domain/kernel/postcode-rules.ts';
import { blankDate, dateBoxes } from '#app/domain/kernel/written-date.ts';
import type { ResultKind } from '#app/domain/connections/records/record-kinds.ts';
import type { WrittenResults } from '#app/domain/connections/records/result-input.ts';
import { recordContact } from '#app/domain/connections/contact-plan/record-contact.server.ts';
import { writeContactPlan } from '#app/domain/connections/contact-plan/write-contact-plan.server.ts';
import type { RecipientSays } from '#app/domain/submission/recipient-messages.ts';
import type { AnswerUse, AnswerWish } from '#app/domain/intake/own-reports/answer-judgement.ts';
import { judgeAnswer } from '#app/domain/intake/own-reports/judge-answer.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraftForPartner } from '#app/domain/intake/drafts/start-draft-for-partner.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import { withdraw } from '#app/domain/intake/own-reports/withdraw.server.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { markAnswersRead } from '#app/domain/triage/dissemination/mark-answers-read.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import { approveItem } from '#app/domain/triage/approvals/approve-item.server.ts';
import { saveAssessment } from '#app/domain/triage/assessment/save-assessment.server.ts';
import { disseminateItem } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { linkPlanItem, unlinkPlanItem } from '#app/domain/triage/actions/link-plan-item.server.ts';
import { markInformationRead } from '#app/domain/triage/partner-messages/mark-information-read.server.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { openSheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { openPlanLinks } from '#app/domain/triage/actions/open-plan-links.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { recallDissemination } from '#app/domain/triage/dissemination/recall-dissemination.server.ts';
import { recordOutsideStep } from '#app/domain/triage/dissemination/record-outside-step.server.ts';
import { decisionOf, narrowingOf } from '#app/domain/triage/release/narrowing.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { closeReport, end } from './ending.ts';

/** The ids that a story has so far: what its next deed is about. */
export type Thread = {
  draftId: Id<'Draft'>;
  submissionId: Id<'Submission'>;
  items: Id<'IntelligenceItem'>[];
  /** Ids of disseminations by item and whom they went to. */
  sent: Map<string, Id<'Dissemination'>>;
  /** Ids of the tasks that the story has added. */
  tasks: Id<'Task'>[];
};

export const newThread = (): Thread => ({
  draftId: newId(),
  submissionId: newId(),
  items: [],
  sent: new Map(),
  tasks: [],
});

/** Whoever does something, for which story, and the supervisor who agrees at once where it takes two. */
type Doing = { ctx: Ctx; second: Ctx; thread: Thread };

type About<Rest = object> = Rest & { comment: string };
/** An item counted from 1; `sentTo` is the code of a queue or of a recipient outside the force, or `mds_lead`. */
type Sent<Rest = object> = Rest & { item: number; sentTo: string };

const expectedVersion = null;
const itemOf = ({ items }: Thread, item: number): Id<'IntelligenceItem'> => items[item - 1] ?? newId();
const sentOf = ({ sent }: Thread, { item, sentTo }: Sent): Id<'Dissemination'> =>
  sent.get(`${item} ${sentTo}`) ?? newId();
const today = (ctx: Ctx) => dateBoxes(forceDay(ctx.clock.now()));
const planOf = async (ctx: Ctx): Promise<Id<'Plan'>> => (await currentPlan(ctx.db, ctx)).id;

type Owning = { code: string; owner: string | null; role?: string; reviewOn?: string };
/** What came of an item in a recipient's words, and what of it is a result with a number. */
export type Answer = {
  result: RecipientSays;
  text: string;
  came: { results: ResultKind[]; arrests?: string; safeguarded?: string };
};

const noResults: WrittenResults = {
  results: [],
  resultsOn: blankDate,
  arrests: '',
  safeguarded: '',
  referralReference: '',
  dutyReference: '',
  crimeReference: '',
};

const contactPlan = {
  who: 'The victim’s caseworker at the partner, nobody else',
  how: 'Ring the caseworker, who asks them first',
  interpreter: 'needed',
  language: 'The one that the report names',
  safeTimes: 'On weekdays between 10am and 3pm',
  never: 'Do not ring their own telephone and do not visit',
} as const;

const accountOf = (ctx: Ctx, email: string) => ctx.db.account.findUniqueOrThrow({ where: { email } });

/**
 * What people do, each by the use case that a page would call; people are named by e-mail address, queues by code.
 * A use case throws what it refuses.
 */
const deeds = {
  /** `reportedBy`: by an officer, for the partner who telephoned or wrote on paper. */
  async start({ ctx, thread }: Doing, { reportedBy, channel }: { reportedBy?: string; channel?: string }) {
    const person = reportedBy === undefined ? null : await accountOf(ctx, reportedBy);
    const { draftId } =
      person === null
        ? await startDraft(ctx)
        : await startDraftForPartner(ctx, {
            organisationId: person.organisationId ?? '',
            reportedBy: person.id,
            channel: channel ?? '',
          });
    thread.draftId = draftId;
  },
  // A page saved again may take answers elsewhere with it.
  save_page: ({ ctx, thread: { draftId } }: Doing, page: { pageId: string; posted: Posted }) =>
    savePage(ctx, { draftId, ...page, drops: true }),
  save_item: ({ ctx, thread: { draftId } }: Doing, item: { sectionId: string; posted: Posted }) =>
    saveDraftItem(ctx, { draftId, itemId: randomUUID(), ...item }),
  /** `declaration` is what the page of sending posts. */
  async submit({ ctx, thread }: Doing, { declaration }: { declaration: Posted }) {
    thread.submissionId = (await submit(ctx, { draftId: thread.draftId, declaration })).submissionId;
  },

  open: ({ ctx, thread: { submissionId } }: Doing) => openSubmission(ctx, { submissionId }),
  act: ({ ctx, thread: { submissionId } }: Doing, deed: About<{ action: PlainAction | 'accept' }>) =>
    performAction(ctx, { submissionId, ...deed, expectedVersion }),
  async hand_over(
    { ctx, thread: { submissionId } }: Doing,
    { colleague: email, comment }: About<{ colleague: string }>,
  ) {
    const { id: colleague } = await accountOf(ctx, email);
    await performAction(ctx, { action: 'hand_over', submissionId, colleague, comment, expectedVersion });
  },
  reroute: ({ ctx, thread: { submissionId } }: Doing, { queueCode, comment }: About<{ queueCode: string }>) =>
    performAction(ctx, { action: 'reroute', submissionId, otherQueue: queueCode, comment, expectedVersion }),
  link: ({ ctx, thread: { submissionId } }: Doing, deed: { item: string; reason: string }) =>
    linkPlanItem(ctx, { submissionId, ...deed }),
  async unlink({ ctx, thread: { submissionId } }: Doing, { item, reason }: { item: string; reason: string }) {
    const { links } = await openPlanLinks(ctx, { submissionId });
    const link = links.find(({ code, unlinked }) => code === item && unlinked === null);
    await unlinkPlanItem(ctx, { submissionId, linkId: link?.id ?? '', reason });
  },

  async create_item({ ctx, thread }: Doing, { title }: { title: string }) {
    const { submissionId } = thread;
    const item = { submissionId, item: 'new', title, letOut: false, expectedVersion } as const;
    const saved = await saveAssessment(ctx, item);
    if (saved.saved && saved.itemId) thread.items.push(saved.itemId);
  },
  grade({ ctx, thread }: Doing, { item, posted }: { item: number; posted: PostedGrade }) {
    // Kept only where the partner set a limit that the grade lets go of.
    const limitReason = 'The partner was called and agrees that it is shared.';
    return gradeItem(ctx, {
      itemId: itemOf(thread, item),
      posted: { ...posted, limitReason },
      expectedVersion,
    });
  },
  /** Where the checks warn, the officer looks at each warning and keeps the text, as the page lets them. */
  async sanitise({ ctx, thread }: Doing, { item, text }: { item: number; text: string }) {
    const input = { itemId: itemOf(thread, item), text, expectedVersion };
    const first = await sanitiseItem(ctx, { ...input, checked: null });
    if (first.saved) return;
    const decisions = narrowingOf(first.warnings).map(({ mark }) => decisionOf('keep', mark));
    await sanitiseItem(ctx, { ...input, checked: first.mark, decisions });
  },
  approve: ({ ctx, thread }: Doing, { item, version }: { item: number; version: number }) =>
    approveItem(ctx, { itemId: itemOf(thread, item), version, confirmed: true, expectedVersion }),

  async send(
    { ctx, thread }: Doing,
    { item, conditions, ...addressed }: Addressed & { item: number; conditions: string },
  ) {
    const input = { itemId: itemOf(thread, item), addressed, conditions, expectedVersion };
    const first = await disseminateItem(ctx, { ...input, checked: null });
    const sent = first.sent ? first : await disseminateItem(ctx, { ...input, checked: first.mark });
    if (sent.sent !== true) throw new Error('The warnings were confirmed and the item was not sent.');
    thread.sent.set(`${item} ${sentToOf(addressed)}`, sent.disseminationId);
  },
  async acknowledge({ ctx, thread }: Doing, deed: Sent) {
    const disseminationId = sentOf(thread, deed);
    await openDissemination(ctx, { disseminationId });
    await acknowledgeDissemination(ctx, { disseminationId });
  },
  async record_step({ ctx, thread }: Doing, deed: Sent<{ step: OutsideStep; means: Means; with: string }>) {
    const disseminationId = sentOf(thread, deed);
    if (deed.step === 'passed') await openSheet(ctx, { disseminationId, as: 'pdf' });
    const at = localTimeOf(ctx.clock.now());
    await recordOutsideStep(ctx, { disseminationId, ...deed, note: '', at });
  },
  /** A recipient says what came of an item; what can be said in numbers is a record of the report from then on. */
  answer: ({ ctx, thread }: Doing, { result, text, came, ...sent }: Sent<Answer>) =>
    answerDissemination(ctx, {
      disseminationId: sentOf(thread, sent),
      messageId: newId(),
      result,
      text,
      confirmed: '',
      came: { ...noResults, ...came, ...(came.results.length > 0 ? { resultsOn: today(ctx) } : {}) },
    }),
  async read_answers({ ctx, thread }: Doing, deed: Sent) {
    const disseminationId = sentOf(thread, deed);
    const { messages } = await openDissemination(ctx, { disseminationId });
    await markAnswersRead(ctx, { disseminationId, shownCount: messages.length });
  },
  /** How a victim who wants contact is contacted: by whom, how and when it is safe. */
  async plan_contact({ ctx, thread: { submissionId } }: Doing, { days }: { days: number }) {
    const nextOn = dayAfter(forceDay(ctx.clock.now()), days);
    const plan = { ...contactPlan, nextOn, endedReason: null };
    await writeContactPlan(ctx, { ...plan, submissionId, expectedVersion: 0 });
  },
  /** `days` until the next contact; null where there is none any more. */
  async contact(
    { ctx, thread: { submissionId } }: Doing,
    { result, days }: { result: string; days: number | null },
  ) {
    const madeOn = forceDay(ctx.clock.now());
    const next =
      days === null
        ? { nextOn: null, endedReason: 'They are looked after and know whom to ring.' }
        : { nextOn: dayAfter(madeOn, days), endedReason: null };
    await recordContact(ctx, { submissionId, contactId: newId(), madeOn, result, ...next });
  },
  recall: ({ ctx, thread }: Doing, deed: Sent<{ reason: string }>) =>
    recallDissemination(ctx, { disseminationId: sentOf(thread, deed), reason: deed.reason }),

  ask: ({ ctx, thread: { submissionId } }: Doing, { comment }: About) =>
    performAction(ctx, { action: 'ask_partner', submissionId, comment, expectedVersion }),
  reply: ({ ctx, thread: { submissionId } }: Doing, { comment }: About) =>
    reply(ctx, { submissionId, replyId: randomUUID(), comment, danger: 'no' }),
  /** Reads what the partner wrote and says so, as the page lets the officer. */
  async read_reply({ ctx, thread: { submissionId } }: Doing) {
    const opened = await openSubmission(ctx, { submissionId });
    if (opened.view === 'whole') await markInformationRead(ctx, { submissionId, shownCount: opened.written });
  },
  read_answer: ({ ctx, thread: { submissionId } }: Doing) => openOwnReport(ctx, { submissionId }),
  /** Nobody who said that there is no safe way to reach them is asked. */
  async judge({ ctx, thread: { submissionId } }: Doing, said: { useful: AnswerUse; wishes: AnswerWish[] }) {
    const { judging } = await openOwnReport(ctx, { submissionId });
    if (judging) await judgeAnswer(ctx, { submissionId, ...said });
  },

  withdraw: ({ ctx, thread: { submissionId } }: Doing, { comment }: About) =>
    withdraw(ctx, { submissionId, comment }),
  refuse_withdrawal: ({ ctx, thread: { submissionId } }: Doing, { comment }: About) =>
    performAction(ctx, { action: 'refuse_withdrawal', submissionId, comment, expectedVersion }),
  grant_withdrawal: ({ ctx, second, thread: { submissionId } }: Doing, { comment }: About) =>
    end(ctx, second, 'grant_withdrawal', { submissionId, comment }),
  reject: ({ ctx, second, thread: { submissionId } }: Doing, { comment }: About) =>
    end(ctx, second, 'reject', { submissionId, comment }),
  close: ({ ctx, second, thread: { submissionId } }: Doing, deed: About<{ outcome: Outcome }>) =>
    closeReport(ctx, second, { submissionId, outcome: deed.outcome, comment: deed.comment }),

  set_status: ({ ctx }: Doing, deed: { code: string; status: ItemStatus; note: string }) =>
    setItemStatus(ctx, deed),
  /** What a contributor said of an item, a status or evidence, by the MDS lead. */
  async approve_proposal({ ctx }: Doing, { code }: { code: string }) {
    const { id: proposalId } = await ctx.db.planProposal.findFirstOrThrow({
      where: { planItem: { code }, decision: null },
    });
    await decideProposal(ctx, { proposalId, decision: 'approved', reason: '' });
  },
  /** `owner` is an address, or null where nobody holds the role at present. */
  async name_owner({ ctx }: Doing, { owner, ...deed }: Owning) {
    const held = owner === null ? nobodyNamed : (await accountOf(ctx, owner)).id;
    await nameItemOwner(ctx, { ...deed, owner: held });
  },
  async add_evidence({ ctx }: Doing, { code, text }: { code: string; text: string }) {
    await addEvidence(ctx, { code, text, entryId: newId(), datedOn: today(ctx) });
  },
  /** Words of the plan in force, quoted from one of its items. */
  async withhold({ ctx }: Doing, deed: { item: string; words: string; exemption: string }) {
    await withholdWords(ctx, { planId: await planOf(ctx), ...deed });
  },
  async publish_edition({ ctx }: Doing) {
    const planId = await planOf(ctx);
    const { version: expected } = await prepareEdition(ctx, { planId });
    await publishEdition(ctx, { planId, expectedVersion: expected });
  },
  async add_task({ ctx, thread }: Doing, deed: { code: string; text: string; owner: string; dueOn: string }) {
    const taskId = newId<'Task'>();
    const { code, text, dueOn } = deed;
    const owner = `account:${(await accountOf(ctx, deed.owner)).id}`;
    await createTask(ctx, { place: { kind: 'plan', code }, taskId, text, owner, dueOn });
    thread.tasks.push(taskId);
  },
  finish_task: ({ ctx, thread }: Doing, { task, result }: { task: number; result: string }) =>
    finishTask(ctx, { taskId: thread.tasks[task - 1] ?? newId(), result, expectedVersion: 1 }),
};

type Deeds = typeof deeds;
/** What somebody does, named as above and with what it takes. The portal itself tells of what is High. */
export type Deed =
  | {
      [Name in keyof Deeds]: { do: Name } & (Parameters<Deeds[Name]> extends [Doing, infer Takes]
        ? Takes
        : object);
    }[keyof Deeds]
  | { do: 'tell_high' };

/** A deed with its time and who does it: an e-mail address, or null for the portal itself. */
export type Step = Deed & { at: Date; by: string | null };

const sentToOf = (addressed: Addressed): string =>
  addressed.to === 'queue'
    ? addressed.queueCode
    : addressed.to === 'outside'
      ? addressed.recipient
      : 'mds_lead';

export async function perform(
  doing: Doing,
  { do: name, at: _at, by: _by, ...takes }: Exclude<Step, { do: 'tell_high' }>,
) {
  await (deeds[name] as (doing: Doing, takes: object) => Promise<unknown>)(doing, takes);
}
