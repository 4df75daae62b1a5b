import { transaction } from '#app/platform/db/transaction.ts';
import { currentForce } from '../administration/current-force.server.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import type { Confidence } from './confidence.ts';
import { disseminationFor } from './dissemination.server.ts';
import type { FiveByFiveShown } from './five-by-five.ts';
import type { Grade } from './grading.ts';
import { mayRecall } from './recall-dissemination.server.ts';
import { maySeeRawText } from './standing.ts';
import type { Priority } from './statuses.ts';

/** An item as its recipient reads it: never the original, the provenance, the title or who sent the report. */
export type Dissemination = {
  id: string;
  reference: string;
  itemNumber: number;
  priority: Priority;
  queue: string;
  /** Null once it was recalled, for everybody who may not read the original. */
  text: string | null;
  version: number;
  grade: Pick<Grade, 'source' | 'assessment' | 'handling' | 'actionCode' | 'sanitisationCode' | 'usage'>;
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
  now: Date;
};

/** Opens an item that was disseminated to a queue of the actor. Reading it is recorded. @throws NotFound */
export async function openDissemination(
  ctx: Ctx,
  input: { disseminationId: string },
): Promise<Dissemination> {
  return transaction(ctx.db, async (tx) => {
    const { row, handled, recipient } = await disseminationFor(tx, ctx, input.disseminationId);
    const { itemGrade: grade, sanitisedText: text } = row;
    await record(tx, ctx, {
      type: 'item.read',
      data: { part: 'sanitised' },
      subject: { type: 'dissemination', id: row.id },
    });
    const recall = row.disseminationRecall;
    // Recipients who cannot read the original lose the text with the recall.
    const whole = maySeeRawText(ctx.actor, handled.subject, handled.circumstances);
    const readable = recall === null || whole;
    const twoPersons = grade.handlingCode === 'C' || handled.subject.restricted;
    return {
      id: row.id,
      reference: handled.reference,
      itemNumber: row.item.number,
      priority: handled.subject.priority,
      queue: row.queue.name,
      text: readable ? text.text : null,
      version: text.version,
      grade: {
        source: String(grade.sourceGrade) as Grade['source'],
        assessment: grade.assessmentGrade as Grade['assessment'],
        handling: grade.handlingCode as Grade['handling'],
        actionCode: grade.actionCode as Grade['actionCode'],
        sanitisationCode: grade.sanitisationCode as Grade['sanitisationCode'],
        usage: readable ? grade.usageText : null,
      },
      confidence: grade.confidence as Confidence,
      fiveByFive: { grade: grade.fiveByFive, pack: (await currentForce(tx)).fiveByFive },
      conditions: readable ? row.conditions : null,
      sentBy: row.disseminatedByAccount.displayName,
      sentAt: row.disseminatedAt,
      acknowledgeBy: row.acknowledgeBy,
      acknowledgedBy: row.acknowledgedByAccount?.displayName ?? null,
      acknowledgedAt: row.acknowledgedAt,
      approvalOutstanding: twoPersons && text.itemApproval === null,
      mayAcknowledge: recipient && row.acknowledgedAt === null && recall === null,
      recalled: recall && {
        by: recall.recalledByAccount.displayName,
        at: recall.recalledAt,
        reason: whole ? recall.reason : null,
      },
      mayRecall: recall === null && mayRecall(ctx, row),
      now: ctx.clock.now(),
    };
  });
}
