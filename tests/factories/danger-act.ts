import type { Ctx } from '#app/domain/kernel/context.ts';
import { localTimeOf } from '#app/domain/kernel/local-time.ts';
import type { WrittenDangerAct } from '#app/domain/submission/danger-act.ts';

/** What was done about the danger, as an officer writes it down at that moment. */
export const dangerActNow = ({ clock }: Pick<Ctx, 'clock'>): WrittenDangerAct => ({
  aboutDanger: 'A patrol found her safe.',
  dangerBy: 'The response team, 4711',
  dangerAt: localTimeOf(clock.now()),
});
