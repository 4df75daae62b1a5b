import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may, type Permission } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Place } from '../kernel/place.ts';
import { contactsDueCount } from '../connections/contact-plan/contacts-due.server.ts';
import { rosterWindow } from '../people/duty/duty-roster.server.ts';
import { rosterRows } from '../people/duty/roster-rows.server.ts';
import { readyForApproval, sentAtOnce } from '../triage/approvals/approvals-waiting.server.ts';
import { countHighUnacknowledged } from '../triage/queues/high-unacknowledged.server.ts';
import type { DisseminationViewId } from '../triage/dissemination/dissemination-views.ts';
import { requestsWaiting } from '../triage/approvals/protection-requests.server.ts';
import { waitingCounts } from '../triage/dissemination/waiting-disseminations.server.ts';
import { isRecipient } from '../submission/submission-access.ts';
import { isFib } from '../kernel/actor.ts';
import { finalStatuses } from '../kernel/statuses.ts';
import { heldCount } from '../triage/queues/held-list.server.ts';
import { queuesOf, type QueueHold } from '../submission/queues-held.server.ts';
import { urgentCounts } from './urgent-list.server.ts';
import { tasksDue } from '../connections/tasks/tasks-due.server.ts';
import { urgentOverdue } from '../reminders/urgent-overdue.server.ts';

/** What can wait for somebody: in a queue, or elsewhere. */
export type WaitsCode =
  | 'urgent'
  | 'overdue'
  | 'newInformation'
  | 'unassigned'
  | 'toSanitise'
  | 'acknowledgeNow'
  | 'toAcknowledge'
  | 'unclaimedHigh'
  | 'unreadDanger'
  | 'mine'
  | 'contactsOverdue'
  | 'contactsToday'
  | 'significant'
  | 'highUnacknowledged'
  | 'recipientsToTell'
  | 'toPassOn'
  | 'acknowledgementOverdue'
  | 'recipientAnswers'
  | 'approvalsDue'
  | 'approvals'
  | 'requests'
  | 'rosterGaps'
  | 'ruleDraft'
  | 'tasksOverdue'
  | 'tasksToday'
  | 'sharedTasksOverdue'
  | 'sharedTasksToday'
  | 'unsentForPartners'
  | 'questions'
  | 'drafts'
  | 'beingReviewed'
  | 'questionsToMembers'
  | 'invited'
  | 'highOverdue'
  | 'highOpen'
  | 'agreements'
  | 'accountsInvited';

/** Something that waits for this person: how many, where, and the name of the queue in which it does. */
export type Waits = {
  code: WaitsCode;
  count: number;
  place: Place;
  urgent?: boolean;
  queue?: string;
};

/**
 * What waits for whoever is signed in, by permission, most pressing first. Counts only, no content, so it is no reading of a
 * submission. Each count reads an index of what is open or of the person's own rows, never all that was ever sent.
 */
export async function whatWaits(ctx: Ctx): Promise<Waits[]> {
  const found: Waits[] = [];
  for (const { permission, count } of parts)
    if (may(ctx.actor, permission)) found.push(...(await count(ctx)));
  return found;
}

type Part = { permission: Permission; count: (ctx: Ctx) => Promise<Waits[]> };

const parts: Part[] = [
  { permission: 'triage.work', count: unclaimedHigh },
  { permission: 'approvals.decide', count: approvals },
  { permission: 'triage.work', count: contacts },
  { permission: 'significant.read', count: significant },
  { permission: 'disseminations.follow', count: sentOut },
  { permission: 'queues.read', count: queues },
  { permission: 'triage.work', count: held },
  { permission: 'roster.staff', count: rosterGaps },
  { permission: 'rules.write', count: ruleDraft },
  { permission: 'tasks.work', count: tasks },
  { permission: 'reports.enter', count: unsentForPartners },
  { permission: 'reports.write', count: ownReports },
  { permission: 'organisation.lead', count: ownOrganisation },
  { permission: 'high.oversee', count: leadFigures },
  { permission: 'accounts.manage', count: register },
];

/** High submissions that nobody here holds, and danger that was told and nobody has read: as many as /queues/urgent lists. */
async function unclaimedHigh(ctx: Ctx): Promise<Waits[]> {
  const place = 'urgent';
  const { unheld, unread } = await transaction(ctx.db, (tx) => urgentCounts(tx, ctx));
  return [
    { code: 'unclaimedHigh', count: unheld, place, urgent: true },
    { code: 'unreadDanger', count: unread, place, urgent: true },
  ];
}

/** What the officer has claimed, in whichever queue it is. */
async function held(ctx: Ctx): Promise<Waits[]> {
  const count = await transaction(ctx.db, (tx) => heldCount(tx, ctx));
  return [{ code: 'mine', count, place: 'held' }];
}

async function queues(ctx: Ctx): Promise<Waits[]> {
  // A supervisor looks into the other queues; they do not wait for them.
  return (await queuesOf(ctx, ['holder', 'lead'])).flatMap((queue) => {
    const name = queue.hold === 'lead' ? (queue.areaName ?? queue.name) : queue.name;
    const views: [code: WaitsCode, view: keyof typeof queue.counts, urgent?: boolean][] = [
      ['urgent', 'urgent'],
      ['overdue', 'overdue', true],
      ['newInformation', 'new-information', true],
      ['unassigned', 'unassigned'],
      ['toSanitise', 'to-sanitise'],
      ['acknowledgeNow', 'acknowledge-now', true],
      ['toAcknowledge', 'disseminated-to-us'],
    ];
    // The lead of an area acknowledges nothing.
    const own = queue.hold === 'holder' ? views : views.filter(([code]) => code !== 'toAcknowledge');
    return own.map(([code, view, urgent = false]) => ({
      code,
      count:
        code === 'toAcknowledge' ? queue.counts[view] - queue.counts['acknowledge-now'] : queue.counts[view],
      place: placeOf(queue, view),
      urgent,
      queue: name,
    }));
  });
}

/** What waits to be acknowledged is in one list, the most urgent first; the lead of an area has only the figure. */
function placeOf({ code, hold }: { code: string; hold: QueueHold }, view: string): Place {
  if (view !== 'acknowledge-now') return { queue: code, view };
  return hold === 'holder' ? { queue: code, view: 'disseminated-to-us' } : { queue: code };
}

/** Contacts with victims who want them that are due by their plans. */
async function contacts(ctx: Ctx): Promise<Waits[]> {
  const { overdue, today } = await contactsDueCount(ctx);
  const place = 'contacts';
  return [
    { code: 'contactsOverdue', count: overdue, place, urgent: true },
    { code: 'contactsToday', count: today, place },
  ];
}

/** Items that were sent to the MDS lead and wait to be acknowledged. */
async function significant(ctx: Ctx): Promise<Waits[]> {
  if (!isRecipient(ctx.actor, { kind: 'mds_lead' })) return [];
  const count = await ctx.db.dissemination.count({
    where: { recipientKind: 'mds_lead', awaits: 'acknowledgement' },
  });
  return [{ code: 'significant', count, place: 'significant', urgent: true }];
}

/** What FIB sent out and is not done with. What is not due yet holds nobody up. */
async function sentOut(ctx: Ctx): Promise<Waits[]> {
  if (!isFib(ctx.actor)) return [];
  const counts = await transaction(ctx.db, (tx) => waitingCounts(tx, ctx));
  const high = await countHighUnacknowledged(ctx.db, ctx.clock.now());
  const at = (view: DisseminationViewId): Place => ({ disseminations: view });
  return [
    { code: 'highUnacknowledged', count: high, place: 'urgent', urgent: true },
    { code: 'recipientsToTell', count: counts['to-tell'], place: at('to-tell'), urgent: true },
    { code: 'toPassOn', count: counts['to-pass'], place: at('to-pass') },
    { code: 'acknowledgementOverdue', count: counts.overdue, place: at('overdue'), urgent: true },
    { code: 'recipientAnswers', count: counts.answers, place: at('answers') },
  ];
}

/** What a second person has to decide: what went out at once first, then what cannot go out before, then what others ask for. */
async function approvals(ctx: Ctx): Promise<Waits[]> {
  const place = 'approvals';
  return transaction(ctx.db, async (tx) => [
    { code: 'approvalsDue', count: (await sentAtOnce(tx, ctx)).length, place, urgent: true },
    {
      code: 'approvals',
      count: (await readyForApproval(tx)).filter(({ makers }) => !makers.includes(ctx.actor.accountId))
        .length,
      place,
    },
    {
      code: 'requests',
      count: (await requestsWaiting(tx)).filter(({ askedById }) => askedById !== ctx.actor.accountId).length,
      place,
    },
  ]);
}

/** Times in the next two weeks in which nobody is on duty; pressing once one begins within a day. */
async function rosterGaps(ctx: Ctx): Promise<Waits[]> {
  const now = ctx.clock.now();
  const { gaps } = await transaction(ctx.db, (tx) => rosterRows(tx, rosterWindow(now)));
  const soon = now.getTime() + 24 * 60 * 60_000;
  const urgent = gaps.some(({ from }) => from.getTime() < soon);
  return [{ code: 'rosterGaps', count: gaps.length, place: 'duty', urgent }];
}

/** The draft of the routing rules, once it waits for somebody else than its author. */
async function ruleDraft(ctx: Ctx): Promise<Waits[]> {
  const count = await ctx.db.routingDraft.count({
    where: { state: 'waiting', writtenBy: { not: ctx.actor.accountId } },
  });
  return [{ code: 'ruleDraft', count, place: 'rule-draft' }];
}

async function tasks(ctx: Ctx): Promise<Waits[]> {
  const { own, shared } = await tasksDue(ctx);
  const mine = { tasks: 'mine' } as const;
  const together = { tasks: 'shared' } as const;
  return [
    { code: 'tasksOverdue', count: own.overdue, place: mine, urgent: true },
    { code: 'tasksToday', count: own.today, place: mine },
    { code: 'sharedTasksOverdue', count: shared.overdue, place: together, urgent: true },
    { code: 'sharedTasksToday', count: shared.today, place: together },
  ];
}

/** Reports that an officer began to enter for a partner: nobody is told of them until they are sent. */
async function unsentForPartners(ctx: Ctx): Promise<Waits[]> {
  const count = await ctx.db.draft.count({
    where: { accountId: ctx.actor.accountId, channel: { not: 'web' } },
  });
  return [{ code: 'unsentForPartners', count, place: 'reports-for-partners', urgent: true }];
}

async function ownReports(ctx: Ctx): Promise<Waits[]> {
  const accountId = ctx.actor.accountId;
  return transaction(ctx.db, async (tx) => [
    {
      code: 'questions',
      count: await tx.submission.count({ where: { submittedBy: accountId, status: 'clarification' } }),
      place: 'own-reports',
      urgent: true,
    },
    { code: 'drafts', count: await tx.draft.count({ where: { accountId } }), place: 'own-reports' },
    { code: 'beingReviewed', count: await openOf(tx, accountId), place: 'own-reports' },
  ]);
}

function openOf(tx: Tx, submittedBy: string): Promise<number> {
  return tx.submission.count({
    where: { submittedBy, status: { notIn: ['closed', 'rejected', 'withdrawn'] } },
  });
}

/** Of the lead's own reports `ownReports` tells. */
async function ownOrganisation(ctx: Ctx): Promise<Waits[]> {
  const { organisationId, accountId } = ctx.actor;
  if (!organisationId) return [];
  return [
    {
      code: 'questionsToMembers',
      count: await ctx.db.submission.count({
        where: { organisationId, status: 'clarification', NOT: { submittedBy: accountId } },
      }),
      place: 'reports-of-organisation',
      urgent: true,
    },
    {
      code: 'invited',
      count: await ctx.db.account.count({ where: { organisationId, status: 'invited' } }),
      place: 'organisation',
    },
  ];
}

async function leadFigures(ctx: Ctx): Promise<Waits[]> {
  const open = { priority: 'high' as const, status: { notIn: [...finalStatuses] } };
  return [
    {
      code: 'highOverdue',
      count: await urgentOverdue(ctx.db, ctx.clock.now()),
      place: 'high',
      urgent: true,
    },
    { code: 'highOpen', count: await ctx.db.submission.count({ where: open }), place: 'high' },
  ];
}

/** Agreements whose review date comes within this many days. */
const agreementNotice = 30;

async function register(ctx: Ctx): Promise<Waits[]> {
  const soon = new Date(ctx.clock.now().getTime() + agreementNotice * 24 * 60 * 60_000);
  return [
    {
      code: 'agreements',
      count: await ctx.db.organisation.count({
        where: { status: 'active', agreementReviewOn: { lte: soon } },
      }),
      place: 'organisations',
    },
    {
      code: 'accountsInvited',
      count: await ctx.db.account.count({ where: { status: 'invited' } }),
      place: 'accounts',
    },
  ];
}
