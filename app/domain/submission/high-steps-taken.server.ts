import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../kernel/context.ts';
import { currentForce, type Force } from '../force/current-force.server.ts';
import { positions } from '../people/duty/positions.ts';
import { isRepeat, stepOf } from './high-steps.ts';

/** A step that was taken while nobody had claimed a High submission. `times`: how often, for what is repeated each hour. */
export type StepTaken = {
  /** Positions of the duty list, and the MDS lead, in words. */
  to: string[];
  /** How many people were mailed, the last time. */
  people: number;
  at: Date;
  times: number;
  /** Since when nobody had claimed it then. */
  waitingSince: Date;
};

/**
 * Who was told of each of these High submissions that nobody had claimed, the last step first. The caller has asked who
 * looks.
 */
export async function highStepsTaken(
  tx: Tx,
  ctx: Pick<Ctx, 'packHash'>,
  submissionIds: readonly string[],
): Promise<Map<string, StepTaken[]>> {
  if (submissionIds.length === 0) return new Map();
  const { escalation } = await currentForce(tx, ctx);
  const rows = await tx.highNotice.findMany({
    where: { submissionId: { in: [...submissionIds] } },
    orderBy: noticesInOrder,
  });
  return stepsOf(rows, escalation);
}

/** The order in which steps are made of notices. */
export const noticesInOrder = [
  { toldAt: 'desc' },
  { id: 'asc' },
] satisfies Prisma.HighNoticeOrderByWithRelationInput[];

type Notice = {
  submissionId: Id<'Submission'>;
  step: string;
  toldAt: Date;
  recipientCount: number;
  waitingSince: Date;
};

/** The steps that these notices come to, by submission. */
export function stepsOf(rows: readonly Notice[], escalation: Force['escalation']): Map<string, StepTaken[]> {
  const taken = new Map<string, StepTaken[]>();
  for (const { submissionId, step, toldAt, recipientCount, waitingSince } of rows) {
    const found = stepOf(escalation, step);
    const steps = taken.get(submissionId) ?? [];
    taken.set(submissionId, steps);
    const same = isRepeat(step)
      ? steps.find((one) => one.times > 0 && one.waitingSince.getTime() === waitingSince.getTime())
      : undefined;
    if (same) same.times += 1;
    else
      steps.push({
        to: found
          ? [
              ...found.positions.map((each) => positions[each].label),
              ...(found.tellMdsLead ? ['MDS lead'] : []),
            ]
          : [],
        people: recipientCount,
        at: toldAt,
        times: isRepeat(step) ? 1 : 0,
        waitingSince,
      });
  }
  return taken;
}
