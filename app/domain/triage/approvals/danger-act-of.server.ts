import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { ActionInput } from '../../submission/action-input.ts';
import { recordDangerAct } from '../../submission/agreement.server.ts';
import { readDangerAct, type DangerAct, type WrittenDangerAct } from '../../submission/danger-act.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/** What was done about the danger as it was posted: for the table, and to be kept once it has let the asking through. */
export function dangerActOf(
  ctx: Ctx,
  submission: LoadedSubmission,
  written: WrittenDangerAct,
): {
  input: Pick<ActionInput, 'dangerAct' | 'dangerProblems'>;
  act: DangerAct | null;
  record: (tx: Tx) => Promise<void>;
} {
  if (submission.state.priority !== 'high') return { input: {}, act: null, record: () => Promise.resolve() };
  const { submittedAt } = submission;
  const { act, problems } = readDangerAct(written, { submittedAt, now: ctx.clock.now() });
  return {
    input: { dangerAct: act, dangerProblems: problems },
    act,
    record: async (tx) => {
      if (act) await recordDangerAct(tx, ctx, submission, act);
    },
  };
}
