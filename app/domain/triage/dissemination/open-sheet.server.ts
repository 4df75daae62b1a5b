import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import type { Confidence } from '../../kernel/confidence.ts';
import {
  isApproved,
  outsideFor,
  releasedGrade,
  type ReleasedGrade,
} from '../../submission/dissemination.server.ts';
import { fiveByFiveInWords } from '../../kernel/five-by-five.ts';
import { needsSecondPerson } from '../../submission/second-person.ts';
import { recordedSteps, type RecordedStep } from '../../submission/outside-steps.server.ts';

/** The sheet that an officer hands to a recipient outside the force: nothing of the report, its partner or its reference. */
export type Sheet = {
  disseminationId: Id<'Dissemination'>;
  reference: string;
  body: string;
  post: string;
  conditions: string;
  grade: ReleasedGrade;
  /** As it was graded by the scheme of its time, in words. */
  fiveByFive: string[];
  confidence: Confidence;
  text: string;
  version: number;
  releasedAt: Date;
  acknowledgeBy: Date;
  /** How and when it was handed over; null while it was not. */
  passed: RecordedStep | null;
  approvalOutstanding: boolean;
};

/**
 * The sheet of a dissemination outside the force, to read or to take along; each time is recorded. One that was recalled
 * goes out no more. @throws NotFound, Forbidden, Conflict
 */
export async function openSheet(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'>; as: 'page' | 'pdf' },
): Promise<Sheet> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission } = await outsideFor(tx, ctx, input.disseminationId);
    if (row.disseminationRecall) throw new Conflict('This item has been recalled: do not pass it on');
    await record(tx, ctx, {
      type: 'dissemination.sheet_read',
      data: { as: input.as },
      subject: { type: 'dissemination', id: row.id },
    });
    const { itemGrade: grade, sanitisedText: text } = row;
    const { restricted } = submission.state;
    const twoPersons = needsSecondPerson({ handling: releasedGrade(grade).handling, restricted });
    return {
      disseminationId: row.id,
      reference: row.reference ?? '',
      body: row.recipientBody ?? '',
      post: row.recipientPost ?? '',
      conditions: row.conditions ?? '',
      grade: releasedGrade(grade),
      fiveByFive:
        grade.fiveByFive === null
          ? []
          : [
              grade.fiveByFive,
              ...fiveByFiveInWords(grade.fiveByFive, (await currentForce(tx, ctx)).fiveByFive),
            ],
      confidence: grade.confidence,
      text: text.text,
      version: text.version,
      releasedAt: row.disseminatedAt,
      acknowledgeBy: row.acknowledgeBy,
      passed: recordedSteps(row.disseminationSteps).find(({ step }) => step === 'passed') ?? null,
      approvalOutstanding: twoPersons && !isApproved(row),
    };
  });
}
