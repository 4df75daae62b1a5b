import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { isFib } from '../kernel/actor.ts';
import { may, type Permission } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Place } from '../kernel/place.ts';
import { contactsDueCounts } from '../connections/contact-plan/contacts-due.server.ts';
import { tasksDueCounts } from '../connections/tasks/tasks-due.server.ts';
import { dayOf } from '../plan/current-plan.server.ts';
import { proposalsReturned, proposalsWaiting } from '../plan/proposals.server.ts';
import { reviewsDue } from '../plan/reviews-due.server.ts';
import { rosterWindow } from '../people/duty/duty-roster.server.ts';
import { queueGaps, rosterRows } from '../people/duty/roster-rows.server.ts';
import { countsOf, queuesHeld, type HeldQueue, type QueueCounts } from '../submission/queues-held.server.ts';
import { isRecipient } from '../submission/submission-access.ts';
import { approvalCounts } from '../triage/approvals/approvals-waiting.server.ts';
import { disposalsOfOthers } from '../retention/dispose.server.ts';
import { requestsOfOthers } from '../triage/approvals/protection-requests.server.ts';
import type { DisseminationViewId } from '../triage/dissemination/dissemination-views.ts';
import { waitingCount } from '../triage/dissemination/waiting-disseminations.server.ts';
import { clearedFor, isOpen } from '../submission/queue-sql.server.ts';
import { fallenCount, heldByAwayCount } from '../triage/queues/held-by-away.server.ts';
import { heldCount } from '../triage/queues/held-list.server.ts';
import { highUnacknowledgedCount } from '../triage/queues/high-unacknowledged.server.ts';
import { ownOrganisation, partners, register } from './organisations-wait.server.ts';
import { urgentCounts } from './urgent-list.server.ts';
import type { Count, Counted, Waits, WaitsCode } from './waits.ts';

/** `queues`: those that the actor works on, leads or oversees. */
type Part = {
  permission: Permission;
  waits: (ctx: Ctx, queues: readonly HeldQueue[]) => Counted[] | Promise<Counted[]>;
};

const parts: Part[] = [
  { permission: 'triage.work', waits: unclaimedHigh },
  { permission: 'approvals.decide', waits: approvals },
  { permission: 'sources.decide', waits: sourceRequests },
  { permission: 'triage.work', waits: contacts },
  { permission: 'significant.read', waits: significant },
  { permission: 'disseminations.follow', waits: sentOut },
  { permission: 'queues.read', waits: inQueues },
  { permission: 'triage.work', waits: claimed },
  { permission: 'roster.staff', waits: rosterGaps },
  { permission: 'rules.write', waits: ruleDraft },
  { permission: 'tasks.work', waits: tasks },
  { permission: 'plan.report', waits: plan },
  { permission: 'reports.enter', waits: unsentForPartners },
  { permission: 'reports.write', waits: ownReports },
  { permission: 'organisation.lead', waits: ownOrganisation },
  { permission: 'accounts.manage', waits: register },
  { permission: 'organisations.read', waits: partners },
];

/**
 * What waits for whoever is signed in, by permission, most pressing first. Counts only, no content, so it is no reading of a
 * submission. Each count reads an index of what is open or of the person's own rows, never all that was ever sent; what
 * needs nothing but counts is counted in one statement.
 */
export async function whatWaits(ctx: Ctx): Promise<Waits[]> {
  const queues = may(ctx.actor, 'queues.read') ? await queuesHeld(ctx.db, ctx.actor) : [];
  const found: Counted[] = [];
  for (const { permission, waits } of parts)
    if (may(ctx.actor, permission)) found.push(...(await waits(ctx, queues)));
  const asked = new Set(found.flatMap(({ count }) => (typeof count === 'number' ? [] : [selectOf(count)])));
  const counts = asked.size === 0 ? new Map<Prisma.Sql, number[]>() : await countAll(ctx, [...asked]);
  const countOf = (count: Count) => counts.get(selectOf(count))?.[positionOf(count)] ?? 0;
  return found.map((each) => ({
    ...each,
    count: typeof each.count === 'number' ? each.count : countOf(each.count),
  }));
}

const selectOf = (count: Count): Prisma.Sql => ('of' in count ? count.of : count);
const positionOf = (count: Count): number => ('of' in count ? count.at : 0);

async function countAll({ db }: Ctx, asked: readonly Prisma.Sql[]): Promise<Map<Prisma.Sql, number[]>> {
  const counts = asked.map((each) => Prisma.sql`(${each})`);
  const [row] = await db.$queryRaw<{ counts: (number | number[])[] }[]>`
    SELECT jsonb_build_array(${Prisma.join(counts)}) AS counts`;
  return new Map(asked.map((each, index) => [each, [row?.counts[index] ?? []].flat()]));
}

/**
 * High submissions that nobody here holds, and danger that was told and nobody has read: as many as /queues/urgent
 * lists.
 */
function unclaimedHigh(ctx: Ctx, queues: readonly HeldQueue[]): Counted[] {
  const place = 'urgent';
  const { unheld, unread } = urgentCounts(ctx, queues);
  return [
    { code: 'unclaimedHigh', count: unheld, place, urgent: true },
    { code: 'unreadDanger', count: unread, place, urgent: true },
  ];
}

/** What the officer has claimed, in whichever queue it is; and what nobody who is here has. */
function claimed(ctx: Ctx): Counted[] {
  return [
    {
      code: 'fallen',
      count: fallenCount(ctx),
      place: { queue: 'fib', view: 'unassigned' },
      urgent: true,
    },
    { code: 'heldByAway', count: heldByAwayCount(ctx), place: 'held-by-away' },
    { code: 'mine', count: heldCount(ctx), place: 'held' },
  ];
}

async function inQueues(ctx: Ctx, queues: readonly HeldQueue[]): Promise<Counted[]> {
  // A supervisor looks into the other queues, and what an area's lead is shown stands above it: neither waits for them.
  const theirs = queues.filter(({ hold }) => hold === 'holder');
  const counts = await countsOf(ctx.db, ctx, theirs);
  return theirs.flatMap((queue) => {
    const count = counts.get(queue.id);
    if (!count) return [];
    const views: [code: WaitsCode, view: keyof QueueCounts, urgent?: boolean][] = [
      ['urgent', 'urgent'],
      ['overdue', 'overdue', true],
      ['newInformation', 'new-information', true],
      ['unassigned', 'unassigned'],
      ['toSanitise', 'to-sanitise'],
      ['acknowledgeNow', 'acknowledge-now', true],
      ['toAcknowledge', 'disseminated-to-us'],
    ];
    return views.map(([code, view, urgent = false]) => ({
      code,
      count: code === 'toAcknowledge' ? count[view] - count['acknowledge-now'] : count[view],
      place: placeOf(queue, view),
      urgent,
      queue: queue.name,
    }));
  });
}

/** What waits to be acknowledged is in one list, the most urgent first. */
const placeOf = ({ code }: HeldQueue, view: string): Place => ({
  queue: code,
  view: view === 'acknowledge-now' ? 'disseminated-to-us' : view,
});

/** Contacts with victims who want them: due by their plans, and of whom there is no plan yet. */
function contacts(ctx: Ctx, queues: readonly HeldQueue[]): Counted[] {
  const of = contactsDueCounts(ctx, queues);
  const place = 'contacts';
  return [
    { code: 'contactsOverdue', count: { of, at: 0 }, place, urgent: true },
    { code: 'contactsToday', count: { of, at: 1 }, place },
    { code: 'contactsUnplanned', count: { of, at: 2 }, place },
  ];
}

/** Items that were sent to the MDS lead and wait to be acknowledged. */
function significant(ctx: Ctx): Counted[] {
  if (!isRecipient(ctx.actor, { kind: 'mds_lead' })) return [];
  const count = Prisma.sql`SELECT count(*) FROM dissemination d WHERE d.recipient_kind = 'mds_lead' AND d.awaits = 'acknowledgement'`;
  return [{ code: 'significant', count, place: 'significant', urgent: true }];
}

/** What FIB sent out and is not done with. What is not due yet holds nobody up. */
function sentOut(ctx: Ctx): Counted[] {
  if (!isFib(ctx.actor)) return [];
  const at = (view: DisseminationViewId): Place => ({ disseminations: view });
  const count = (view: DisseminationViewId): Prisma.Sql => waitingCount(view, ctx);
  return [
    {
      code: 'highUnacknowledged',
      count: highUnacknowledgedCount(ctx.clock.now(), clearedFor(ctx)),
      place: 'urgent',
      urgent: true,
    },
    { code: 'recipientsToTell', count: count('to-tell'), place: at('to-tell'), urgent: true },
    { code: 'toPassOn', count: count('to-pass'), place: at('to-pass') },
    { code: 'acknowledgementOverdue', count: count('overdue'), place: at('overdue'), urgent: true },
    { code: 'recipientAnswers', count: count('answers'), place: at('answers') },
  ];
}

/**
 * What a second person has to decide: what went out at once first, then what cannot go out before, then what others ask
 * for.
 */
function approvals({ actor }: Ctx): Counted[] {
  const place = 'approvals';
  const { due, ready } = approvalCounts(actor);
  return [
    { code: 'approvalsDue', count: due, place, urgent: true },
    { code: 'approvals', count: ready, place },
    { code: 'requests', count: requestsOfOthers(actor), place },
    { code: 'disposals', count: disposalsOfOthers(actor), place: 'disposals' },
  ];
}

/** What others ask a source custodian to open, or opened at once. */
function sourceRequests({ actor }: Ctx): Counted[] {
  const count = Prisma.sql`SELECT count(*) FROM source_request r WHERE r.decided_by IS NULL AND r.asked_by <> ${actor.accountId}::uuid`;
  return [{ code: 'sourceRequests', count, place: 'source-requests', urgent: true }];
}

/**
 * Times in the next two weeks in which nobody is on duty, or nobody of a queue is here; pressing once one begins within a
 * day.
 */
async function rosterGaps(ctx: Ctx): Promise<Counted[]> {
  const now = ctx.clock.now();
  const window = rosterWindow(now);
  const gaps = await transaction(ctx.db, async (tx) => {
    const rows = await rosterRows(tx, window);
    return [...rows.gaps, ...(await queueGaps(tx, rows.absences, window)).gaps];
  });
  const soon = now.getTime() + 24 * 60 * 60_000;
  const urgent = gaps.some(({ from }) => from.getTime() < soon);
  return [{ code: 'rosterGaps', count: gaps.length, place: 'duty', urgent }];
}

/** The draft of the routing rules, once it waits for somebody else than its author. */
function ruleDraft({ actor }: Ctx): Counted[] {
  const count = Prisma.sql`SELECT count(*) FROM routing_draft r WHERE r.state = 'waiting' AND r.written_by <> ${actor.accountId}::uuid`;
  return [{ code: 'ruleDraft', count, place: 'rule-draft' }];
}

function tasks(ctx: Ctx, queues: readonly HeldQueue[]): Counted[] {
  const of = tasksDueCounts(ctx, queues);
  const mine = { tasks: 'mine' } as const;
  const together = { tasks: 'shared' } as const;
  return [
    { code: 'tasksOverdue', count: { of, at: 0 }, place: mine, urgent: true },
    { code: 'tasksToday', count: { of, at: 1 }, place: mine },
    { code: 'sharedTasksOverdue', count: { of, at: 2 }, place: together, urgent: true },
    { code: 'sharedTasksToday', count: { of, at: 3 }, place: together },
  ];
}

/** What contributors propose, for the MDS lead; what was given back, for them. And items to be looked at again: one's own, or all. */
function plan({ actor, clock }: Ctx): Counted[] {
  const all = may(actor, 'plan.assign');
  const count = Prisma.sql`SELECT count(*) FROM (${reviewsDue(dayOf(clock.now()))}) due WHERE ${all} OR due.holder = ${actor.accountId}::uuid`;
  const proposals = { place: 'plan-proposals' } as const;
  return [
    all
      ? { code: 'planProposals', count: proposalsWaiting, ...proposals }
      : { code: 'planReturned', count: proposalsReturned(actor.accountId), ...proposals },
    { code: 'planReviews', count, place: 'plan' },
  ];
}

/** Reports that an officer began to enter for a partner: nobody is told of them until they are sent. */
function unsentForPartners({ actor }: Ctx): Counted[] {
  const count = Prisma.sql`SELECT count(*) FROM draft d WHERE d.account_id = ${actor.accountId}::uuid AND d.channel <> 'web'`;
  return [{ code: 'unsentForPartners', count, place: 'reports-for-partners', urgent: true }];
}

function ownReports({ actor }: Ctx): Counted[] {
  const place = 'own-reports';
  const me = Prisma.sql`${actor.accountId}::uuid`;
  const sent = Prisma.sql`SELECT count(*) FROM submission s WHERE s.submitted_by = ${me}`;
  return [
    { code: 'questions', count: Prisma.sql`${sent} AND s.status = 'clarification'`, place, urgent: true },
    { code: 'drafts', count: Prisma.sql`SELECT count(*) FROM draft d WHERE d.account_id = ${me}`, place },
    { code: 'beingReviewed', count: Prisma.sql`${sent} AND ${isOpen}`, place },
  ];
}
