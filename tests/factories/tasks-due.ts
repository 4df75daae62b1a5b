import { whatWaits } from '#app/domain/desks/what-waits.server.ts';
import type { WaitsCode } from '#app/domain/desks/waits.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';

type Due = { overdue: number; today: number };

/** How many tasks a person's home counts as overdue or due today: their own, and those of their queues and roles. */
export async function tasksDue(ctx: Ctx): Promise<{ own: Due; shared: Due }> {
  const waits = await whatWaits(ctx);
  const of = (code: WaitsCode) => waits.find((each) => each.code === code)?.count ?? 0;
  return {
    own: { overdue: of('tasksOverdue'), today: of('tasksToday') },
    shared: { overdue: of('sharedTasksOverdue'), today: of('sharedTasksToday') },
  };
}
