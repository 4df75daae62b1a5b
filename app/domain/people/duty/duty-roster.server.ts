import { transaction } from '#app/platform/db/transaction.ts';
import { dutyPositions, type DutyPosition } from '#app/domain/force/pack-settings.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';
import type { Gap } from './roster.ts';
import {
  queueGaps,
  rosterRows,
  type AbsenceRow,
  type DutyRow,
  type QueueGaps,
} from './roster-rows.server.ts';

/** Gaps are shown so far ahead. */
export const rosterDays = 14;
export const rosterWindow = (now: Date): { from: Date; to: Date } => ({
  from: now,
  to: new Date(now.getTime() + rosterDays * 24 * 60 * 60_000),
});

export type DutyRoster = {
  now: Date;
  until: Date;
  mayEdit: boolean;
  gaps: Gap[];
  queues: QueueGaps;
  onDuty: { position: DutyPosition; names: string[] }[];
  /** `away`: now, so that the duty is nobody's while it runs. */
  duties: (DutyRow & { running: boolean; away: boolean })[];
  /** `mine`: the reader may end it or take it back. */
  absences: (AbsenceRow & { mine: boolean })[];
};

/** Who is on duty in the next two weeks, who is away, and where nobody is. Names only, nothing of a submission. */
export async function dutyRoster(ctx: Ctx): Promise<DutyRoster> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const window = rosterWindow(now);
    const { duties, absences, gaps } = await rosterRows(tx, window);
    const mayEdit = isFibSupervisor(ctx.actor);
    const away = new Set(absences.filter(({ from }) => from <= now).map(({ accountId }) => accountId));
    const running = duties.filter(({ from }) => from <= now);
    return {
      now,
      until: window.to,
      mayEdit,
      gaps,
      queues: await queueGaps(tx, absences, window),
      onDuty: dutyPositions.map((position) => ({
        position,
        names: running
          .filter((duty) => duty.position === position && !duty.suspended && !away.has(duty.accountId))
          .map(({ name }) => name),
      })),
      duties: duties.map((duty) => ({
        ...duty,
        running: duty.from <= now,
        away: away.has(duty.accountId),
      })),
      absences: absences.map((absence) => ({
        ...absence,
        mine: mayEdit || absence.accountId === ctx.actor.accountId,
      })),
    };
  });
}
