import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import { entitiesIn, type Named } from '../../connections/entities/entities-in.server.ts';
import { lacksCrime } from '../../connections/records/record-kinds.ts';
import { linksOf, type RecordLink } from '../../connections/records/records-of.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { tasksOf } from '../../connections/tasks/tasks-of.server.ts';
import type { TaskLine } from '../../connections/tasks/task-words.ts';
import { needsSecondPerson } from '../../submission/second-person.ts';
import { mayAnswer } from '../../submission/dissemination.server.ts';
import type { Confidence } from '../../kernel/confidence.ts';
import {
  disseminationFor,
  isApproved,
  releasedGrade,
  type ReleasedGrade,
} from '../../submission/dissemination.server.ts';
import type { FiveByFiveShown } from '../../kernel/five-by-five.ts';
import { mayMarkRead } from './mark-answers-read.server.ts';
import { type DisseminationMessage, messageOf } from '../../submission/recipient-messages.ts';
import { recordedSteps, type RecordedStep } from '../../submission/outside-steps.server.ts';
import { mayRecall } from './recall-dissemination.server.ts';
import {
  isOutsideKind,
  recipientName,
  stepOf,
  type OutsideStep,
  type RecipientKind,
} from '../../kernel/recipients.ts';
import { mayReply } from './reply-to-recipient.server.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import type { Priority } from '../../kernel/statuses.ts';

/** An item as its recipient reads it: never the original, the provenance, the title or who sent the report. */
export type Dissemination = {
  id: string;
  reference: string;
  itemNumber: number;
  priority: Priority;
  kind: RecipientKind;
  recipient: string;
  /** Why it is significant, for the MDS lead; why they need it, of what left the force. */
  reason: string | null;
  /** The force's reference of what left it. */
  outsideReference: string | null;
  /** Null once it was recalled, for everybody who may not read the original. */
  text: string | null;
  /** What the text names, and leads from there to where else it stands. */
  named: Named[];
  version: number;
  grade: ReleasedGrade;
  confidence: Confidence;
  fiveByFive: FiveByFiveShown;
  conditions: string | null;
  sentBy: string;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  /** It went out on one person's word and a second has yet to approve it. */
  approvalOutstanding: boolean;
  mayAcknowledge: boolean;
  /** The reason is for those who may read the original. */
  recalled: { by: string; at: Date; reason: string | null } | null;
  mayRecall: boolean;
  /** The steps taken by hand with an item that left the force, in order. */
  steps: RecordedStep[];
  /** The step that the actor has to record next. */
  mayRecord: OutsideStep | null;
  /** Steps that were recorded wrongly, by the actor or a colleague, and may be recorded anew. */
  mayCorrect: boolean;
  /** The sheet may still go out. */
  sheet: boolean;
  /** The messages between the recipients and FIB, oldest first; like the text, none once it was recalled. */
  messages: DisseminationMessage[];
  /** What its recipients told that came of it. */
  results: RecordLink[];
  /** A referral stands among what came of the report, and no crime. */
  lacksCrime: boolean;
  unreadSince: Date | null;
  /** The actions that the actor may take in that thread. */
  mayAnswer: boolean;
  mayReply: boolean;
  mayMarkRead: boolean;
  /** Tasks of the recipients; they keep them after a recall, to end them. */
  tasks: TaskLine[];
  now: Date;
};

/** Opens an item that was disseminated to the actor, or by FIB to somebody else. Reading it is recorded. @throws NotFound */
export async function openDissemination(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'> },
): Promise<Dissemination> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission, recipient } = await disseminationFor(tx, ctx, input.disseminationId);
    const { itemGrade: grade, sanitisedText: text } = row;
    await record(tx, ctx, {
      type: 'item.read',
      data: { part: 'sanitised' },
      subject: { type: 'dissemination', id: row.id },
    });
    const recall = row.disseminationRecall;
    // Recipients who cannot read the original lose the text with the recall.
    const fib = isFib(ctx.actor);
    const sender = isOutsideKind(row.recipientKind) && fib;
    const whole = fib || maySeeRawText(ctx.actor, submission.state, submission.accessFacts);
    const readable = recall === null || whole;
    // Before it is acknowledged its recipients have told nothing.
    const { standing } = row.acknowledgedAt === null ? { standing: [] } : await linksOf(tx, submission.id);
    const results = readable ? standing.filter((link) => link.disseminationId === row.id) : [];
    const { restricted } = submission.state;
    const twoPersons = needsSecondPerson({ handling: releasedGrade(grade).handling, restricted });
    return {
      id: row.id,
      reference: submission.reference,
      itemNumber: row.item.number,
      priority: submission.state.priority,
      kind: row.recipientKind,
      recipient: recipientName(row),
      reason: readable ? row.reason : null,
      outsideReference: row.reference,
      text: readable ? text.text : null,
      named:
        readable && may(ctx.actor, 'triage.work')
          ? await entitiesIn(tx, { sanitisedTextId: row.sanitisedTextId })
          : [],
      version: text.version,
      grade: { ...releasedGrade(grade), usage: readable ? grade.usageText : null },
      confidence: grade.confidence,
      fiveByFive: { grade: grade.fiveByFive, pack: (await currentForce(tx, ctx)).fiveByFive },
      conditions: readable ? row.conditions : null,
      sentBy: row.disseminatedByAccount.displayName,
      sentAt: row.disseminatedAt,
      acknowledgeBy: row.acknowledgeBy,
      acknowledgedBy: row.acknowledgedByAccount?.displayName ?? null,
      acknowledgedAt: row.acknowledgedAt,
      approvalOutstanding: twoPersons && !isApproved(row),
      mayAcknowledge: recipient && row.acknowledgedAt === null && recall === null,
      recalled: recall && {
        by: recall.recalledByAccount.displayName,
        at: recall.recalledAt,
        reason: whole ? recall.reason : null,
      },
      mayRecall: recall === null && mayRecall(ctx, row),
      steps: recordedSteps(row.disseminationSteps),
      mayRecord: sender && row.awaits ? stepOf[row.awaits] : null,
      mayCorrect: sender,
      sheet: sender && recall === null,
      messages: readable ? row.disseminationMessages.map(messageOf) : [],
      // Without notes, which are for those who read the original.
      results: results.map((link) => ({ ...link, now: { ...link.now, note: null }, versions: [] })),
      lacksCrime: results.length > 0 && lacksCrime(standing.map(({ kind }) => kind)),
      unreadSince: fib ? row.unreadSince : null,
      mayAnswer: mayAnswer(row, recipient),
      mayReply: mayReply(ctx, row),
      mayMarkRead: mayMarkRead(ctx, row),
      tasks: await tasksOf(tx, ctx, { disseminationId: row.id }),
      now: ctx.clock.now(),
    };
  });
}
