import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import type { Confidence } from './confidence.ts';
import { disseminationFor } from './dissemination.server.ts';
import type { Grade } from './grading.ts';
import type { Priority } from './statuses.ts';

/** An item as its recipient reads it: never the original, the provenance, the title or who sent the report. */
export type Dissemination = {
  id: string;
  reference: string;
  itemNumber: number;
  priority: Priority;
  queue: string;
  text: string;
  version: number;
  grade: Pick<Grade, 'source' | 'assessment' | 'handling' | 'actionCode' | 'sanitisationCode' | 'usage'>;
  confidence: Confidence;
  conditions: string | null;
  sentBy: string;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  /** It went out on one person's word and a second has yet to approve it. */
  approvalOutstanding: boolean;
  mayAcknowledge: boolean;
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
    const twoPersons = grade.handlingCode === 'C' || handled.subject.restricted;
    return {
      id: row.id,
      reference: handled.reference,
      itemNumber: row.item.number,
      priority: handled.subject.priority,
      queue: row.queue.name,
      text: text.text,
      version: text.version,
      grade: {
        source: String(grade.sourceGrade) as Grade['source'],
        assessment: grade.assessmentGrade as Grade['assessment'],
        handling: grade.handlingCode as Grade['handling'],
        actionCode: grade.actionCode as Grade['actionCode'],
        sanitisationCode: grade.sanitisationCode as Grade['sanitisationCode'],
        usage: grade.usageText,
      },
      confidence: grade.confidence as Confidence,
      conditions: row.conditions,
      sentBy: row.disseminatedByAccount.displayName,
      sentAt: row.disseminatedAt,
      acknowledgeBy: row.acknowledgeBy,
      acknowledgedBy: row.acknowledgedByAccount?.displayName ?? null,
      acknowledgedAt: row.acknowledgedAt,
      approvalOutstanding: twoPersons && text.itemApproval === null,
      mayAcknowledge: recipient && row.acknowledgedAt === null,
      now: ctx.clock.now(),
    };
  });
}
