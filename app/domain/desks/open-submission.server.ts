import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { attachmentsOf, type Attachment } from '../intake/attachments/attachments-of.server.ts';
import type { AuditEvent } from '../audit/events.ts';
import { record, recording } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { may } from '../kernel/permissions.ts';
import { mayExport } from '../connections/exports/export-choices.ts';
import { newsOf, unseenNotices, type WatchNews } from '../connections/watch/watch-news.server.ts';
import {
  contactFrom,
  contactPlanParts,
  type Contact,
} from '../connections/contact-plan/contact-of.server.ts';
import {
  entitiesOf,
  namedOf,
  type Named,
  type NamedRow,
} from '../connections/entities/entities-in.server.ts';
import { NotFound } from '../kernel/failures.ts';
import { lookUpByIndex } from '../connections/matching/find-shared.server.ts';
import { nearMatches, type NearMatch } from '../connections/matching/near-matches.ts';
import { matchesOf, type MatchCounts } from '../connections/matching/open-matches.server.ts';
import { formOfVersion } from '../form/forms.server.ts';
import { recordParts, recordsFrom, type Records } from '../connections/records/records-of.server.ts';
import { tasksOf } from '../connections/tasks/tasks-of.server.ts';
import type { TaskLine } from '../connections/tasks/task-words.ts';
import { readRelations, type Relation } from '../connections/matching/relations.server.ts';
import { accessLines, accessListOf, type AccessLine } from '../submission/access-list.server.ts';
import { untoldMessages } from '../triage/dissemination/answer-told.ts';
import { colleagues } from '../triage/queues/colleagues.server.ts';
import { recipientRef } from '../submission/dissemination.server.ts';
import { itemActionsOn } from '../submission/item-actions.ts';
import { readItems, type Item } from '../submission/items.server.ts';
import { latelyOpened, type LatelyOpened } from '../triage/queues/lately-opened.server.ts';
import { transitionsFor } from '../submission/decide-transition.ts';
import { noteOf, notesInOrder, type Note } from '../triage/actions/notes.server.ts';
import {
  mayLinkPlan,
  planLinksInOrder,
  planLinksOf,
  type PlanLink,
} from '../triage/actions/plan-links.server.ts';
import { requestsIn, type ProtectionRequest } from '../triage/approvals/protection-requests.server.ts';
import { rulesOf } from '../routing/current-rules.server.ts';
import { saidIn } from '../submission/said-of.server.ts';
import { isRecipient, mayReadContact, maySeeRawText } from '../submission/submission-access.ts';
import { isFinal, type Status } from '../kernel/statuses.ts';
import {
  isItemAction,
  submissionActions,
  type ItemAction,
  type SubmissionAction,
  type Transition,
} from '../submission/actions.ts';
import {
  factsOf,
  historyOf,
  messagesOf,
  routingOf,
  submissionParts,
  type Facts,
  type HistoryLine,
  type Message,
  type Routing,
} from '../submission/submission-parts.server.ts';
import { unreadOf, writtenOf, type Supplement, type Written } from '../submission/supplements.server.ts';
import { assessmentOf, assessmentParts, type AssessmentSheet } from './assessment.server.ts';
import { identityFrom, identityOf, identityParts, type Identity } from './submission-identity.server.ts';
import { loadSubmission, accessTo, type LoadedSubmission } from '../submission/load-submission.server.ts';

/** An item with what the actor may do with it. */
export type WorkedItem = Item & { may: ItemAction[] };

export type OfferedAction = { action: SubmissionAction; label: string };

/**
 * - `status`: the actor may know that it exists, and reads what was disseminated to their queues.
 * - `whole`: everything, the original text included.
 */
export type OpenedSubmission =
  | {
      view: 'status';
      identity: Identity;
      disseminations: { id: Id<'Dissemination'>; itemNumber: number; sentAt: Date }[];
      /** What a supervisor may do who sees no more of it: assign, release, move. */
      actions: OfferedAction[];
    }
  | {
      view: 'whole';
      identity: Identity;
      status: Status;
      restricted: boolean;
      /** Who of FIB may open it, besides supervisors; null where it is not restricted, or nobody has taken it on. */
      accessList: AccessLine[] | null;
      withdrawalRequested: boolean;
      approvalOutstanding: boolean;
      /** What an officer asks that a second person has to decide. */
      requests: ProtectionRequest[];
      /** The queue that moved it here, while nobody has accepted it. */
      transferredFrom: string | null;
      mine: boolean;
      /** Other officers who may have it in front of them; nobody once it has ended. */
      latelyOpened: LatelyOpened[];
      queue: string;
      facts: Facts;
      files: Attachment[];
      routing: Routing;
      items: WorkedItem[];
      /** What the officer who holds it may fill in beside the text; null for anybody else. */
      assessment: AssessmentSheet | null;
      /** The question in which the partner tells what they know. */
      narrative: string | null;
      messages: Message[];
      /** How many of them an officer has still to tell to somebody without an account. */
      toTell: number;
      supplements: Supplement[];
      /** What the partner added or answered and no officer has marked as read; and how much they wrote in all. */
      unread: Written[];
      written: number;
      history: HistoryLine[];
      /** What officers wrote down, newest first. */
      notes: Note[];
      planLinks: PlanLink[];
      mayLinkPlan: boolean;
      /** The vehicles, numbers, people, places and businesses that it names. */
      named: Named[];
      /** What the standing watch noticed since its holder last looked, of what the reader may open. */
      news: WatchNews[];
      matchCounts: MatchCounts;
      /** The strongest matches that are not linked, beside the text. */
      matches: NearMatch[];
      mayExport: boolean;
      mayRetain: boolean;
      maySeeReadings: boolean;
      tasks: TaskLine[];
      /** Links to other reports that still hold, and how many more there are that the reader may not see. */
      relations: Relation[];
      relationsElsewhere: number;
      records: Records;
      contact: Contact;
      /** Whether the press that opens how to reach whoever sent it is the actor's. */
      mayReadSender: boolean;
      actions: OfferedAction[];
      itemActions: ItemAction[];
    };

/**
 * Opens a submission for police. When the first who may read the original did so is kept. Every reading is recorded: of
 * the original, of the messages, or of the mere status. `item`: the one that is worked on, or "new". @throws NotFound
 */
export async function openSubmission(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; item?: string | null },
): Promise<OpenedSubmission> {
  return transaction(ctx.db, async (tx) => {
    if (ctx.actor.side !== 'police') throw new NotFound();
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    const subject = { type: 'submission', id: submission.id } as const;
    if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) {
      await record(tx, ctx, { type: 'submission.read', data: { part: 'status' }, subject });
      return {
        view: 'status',
        identity: await identityOf(tx, ctx, submission),
        disseminations: await sentTo(tx, ctx, submission),
        actions: await offeredTo(tx, ctx, submission),
      };
    }
    await markSeen(tx, ctx, submission);
    const row = await tx.submission.findUniqueOrThrow({ where: { id: submission.id }, select: pageParts });
    const messages = messagesOf(row.partnerMessages);
    const { named, lately } = await recordAndRead(tx, ctx, submission, [
      { type: 'submission.read', data: { part: 'original' }, subject },
      ...(messages.length > 0
        ? [{ type: 'partner_message.read', data: { by: 'police' }, subject } as const]
        : []),
    ]);
    const facts = await factsOf(tx, row, ctx.clock.now());
    const form = await formOfVersion(tx, row.formVersion);
    const report = saidIn(form, { ...row, supplements: row.supplements.filter(({ part }) => part !== null) });
    const items = row.intelligenceItems.length > 0 ? await readItems(tx, submission) : [];
    const { rules } = await rulesOf(tx, row.routingRules);
    const history = await historyOf(tx, ctx, row);
    const written = writtenOf(row);
    const { matches, counts } = await matchesOf(tx, ctx, submission, 'told');
    const linked = [...row.submissionRelations, ...row.relationsFromOthers].length > 0;
    const { relations, elsewhere } = linked ? await readRelations(tx, ctx, submission.id) : unlinked;
    const standing = relations.filter(({ ended }) => ended === null);
    const offered = transitionsFor(submission.state, ctx.actor, accessTo(ctx, submission));
    return {
      view: 'whole',
      identity: identityFrom(ctx, submission, row),
      status: submission.state.status,
      restricted: submission.state.restricted,
      accessList: submission.state.accessList && accessListOf(row.submissionAccesses),
      withdrawalRequested: submission.state.withdrawalRequested,
      approvalOutstanding: submission.state.approvalOutstanding,
      requests: requestsIn(history, submission),
      transferredFrom: submission.transferredFrom?.name ?? null,
      mine: submission.state.claimedBy === ctx.actor.accountId,
      latelyOpened: lately,
      queue: submission.primaryQueueName,
      facts,
      files: row.attachments.length > 0 ? await attachmentsOf(tx, ctx, submission) : [],
      routing: await routingOf(tx, row, rules),
      assessment: await assessmentOf(tx, ctx, submission, row, form, items, input.item ?? null),
      narrative: form.meanings.narrative ?? null,
      items: items.map((item) => ({
        ...item,
        may: itemActionsOn(item, submission.state, ctx.actor, accessTo(ctx, submission)),
      })),
      messages,
      toTell: facts.sentBy === null ? untoldMessages(messages, history).length : 0,
      supplements: row.supplements,
      unread: unreadOf(row.newInformationAt, written, history),
      written: written.length,
      history,
      notes: row.submissionNotes.map(noteOf),
      planLinks: planLinksOf(ctx, submission, row.submissionPlanLinks),
      mayLinkPlan: mayLinkPlan(ctx.actor, submission),
      relations: standing,
      relationsElsewhere: elsewhere,
      named,
      news: await newsOf(tx, ctx, row.watchNotices, matches),
      matchCounts: counts,
      matches: nearMatches(matches, standing),
      mayExport: mayExport(ctx.actor, submission.state),
      mayRetain: may(ctx.actor, 'retention.decide'),
      maySeeReadings: may(ctx.actor, 'readings.oversee'),
      tasks: row.tasks.length > 0 ? await tasksOf(tx, ctx, { submissionId: submission.id }) : [],
      records: recordsFrom(row, report),
      contact: contactFrom(ctx, row, form, report),
      mayReadSender: mayReadContact(ctx.actor, submission.state, submission.accessFacts),
      actions: inOrder(await whereColleaguesWork(tx, ctx, submission, offered)),
      itemActions: offered.flatMap(({ action }) => (isItemAction(action) ? [action] : [])),
    };
  });
}

/** Records the reading, and reads with the same statement who else opened it lately and what it names. */
async function recordAndRead(
  tx: Tx,
  ctx: Ctx,
  { id, state }: LoadedSubmission,
  events: readonly AuditEvent[],
): Promise<{ lately: LatelyOpened[]; named: Named[] }> {
  const others = isFinal(state.status) ? Prisma.sql`SELECT 1 WHERE false` : latelyOpened(ctx, id);
  const [row] = await tx.$queryRaw<
    [{ lately: { name: string; at: string }[] | null; named: NamedRow[] | null; planner: unknown }]
  >`
    WITH recorded AS (${recording(ctx, ...events)})
    SELECT (SELECT json_agg(other) FROM (${others}) other) AS lately, (SELECT json_agg(thing) FROM (${entitiesOf({ submissionId: id })}) thing) AS named,
      json_build_array(${lookUpByIndex}) AS planner`;
  return {
    lately: (row.lately ?? []).map(({ name, at }) => ({ name, at: new Date(at) })),
    named: (row.named ?? []).map(namedOf),
  };
}

const unlinked = { relations: [], elsewhere: 0 };

/** What most reports have none of is asked for only where the row says that there is any. */
const any = { select: { id: true }, take: 1 } as const;

/** What hangs on the row of a submission itself: one statement. */
const pageParts = {
  ...identityParts,
  ...submissionParts,
  ...assessmentParts,
  ...recordParts,
  ...contactPlanParts,
  submissionNotes: notesInOrder,
  submissionAccesses: accessLines,
  watchNotices: unseenNotices,
  submissionPlanLinks: planLinksInOrder,
  attachments: any,
  tasks: any,
  submissionRelations: any,
  relationsFromOthers: any,
} satisfies Prisma.SubmissionSelect;

async function offeredTo(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<OfferedAction[]> {
  const offered = transitionsFor(submission.state, ctx.actor, accessTo(ctx, submission));
  return inOrder(await whereColleaguesWork(tx, ctx, submission, offered));
}

/** Handing over and assigning are offered only where the queue has another officer to give it to. */
async function whereColleaguesWork(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  offered: readonly Transition[],
): Promise<readonly Transition[]> {
  const toColleague = (transition: Transition) => transition.requires.includes('colleague');
  if (!offered.some(toColleague)) return offered;
  if ((await colleagues(tx, ctx, submission, 'colleague')).length > 0) return offered;
  return offered.filter((transition) => !toColleague(transition));
}

/** What the officer may do with the submission as a whole, the way forward first. */
function inOrder(offered: readonly Transition[]): OfferedAction[] {
  return submissionActions.flatMap((action) => {
    const found = offered.find((transition) => transition.action === action);
    return found ? [{ action, label: found.label }] : [];
  });
}

/**
 * Notes the first reading by an officer; the first by whoever it was given to ends the wait for them.
 * It is no change that could make another's page out of date.
 */
async function markSeen(
  tx: Tx,
  ctx: Ctx,
  { id, state, firstSeenAt, unopenedSince }: LoadedSubmission,
): Promise<void> {
  const me = ctx.actor.accountId;
  if (firstSeenAt !== null && (unopenedSince === null || state.claimedBy !== me)) return;
  await tx.$executeRaw`
    UPDATE submission SET first_seen_at = coalesce(first_seen_at, ${ctx.clock.now()}),
      unopened_since = CASE WHEN claimed_by = ${me}::uuid THEN NULL ELSE unopened_since END
    WHERE id = ${id}::uuid`;
}

/** What was disseminated to the actor's queues, or to the MDS lead that they are: they find the text there. */
async function sentTo(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
): Promise<{ id: Id<'Dissemination'>; itemNumber: number; sentAt: Date }[]> {
  const sent = await tx.dissemination.findMany({
    where: { submissionId: submission.id },
    orderBy: [{ disseminatedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      disseminatedAt: true,
      recipientKind: true,
      item: { select: { number: true } },
      queue: true,
    },
  });
  return sent
    .filter((each) => isRecipient(ctx.actor, recipientRef(each)))
    .map(({ id, disseminatedAt, item }) => ({ id, itemNumber: item.number, sentAt: disseminatedAt }));
}
