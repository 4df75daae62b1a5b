import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { ItemStatus } from '#app/domain/plan/item-status.ts';
import { nameItemOwner } from '#app/domain/plan/name-item-owner.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import planWorkData from './data/plan-work.json' with { type: 'json' };
import { finishTask } from '#app/domain/connections/tasks/end-task.server.ts';

/** What the leads do with the plan. Owners are named by e-mail address; a task is finished by its number in the story. */
export type PlanDeed =
  | { do: 'set_status'; code: string; status: ItemStatus; note: string }
  | { do: 'name_owner'; code: string; owner: string }
  | { do: 'add_task'; code: string; text: string; owner: string; dueOn: string }
  | { do: 'finish_task'; task: number; result: string };

/** `tasks` are the ids of those that the story has added so far. */
export async function performPlanDeed(ctx: Ctx, tasks: string[], deed: PlanDeed): Promise<void> {
  switch (deed.do) {
    case 'set_status':
      return setItemStatus(ctx, deed);
    case 'name_owner':
      return nameItemOwner(ctx, { code: deed.code, owner: await accountOf(ctx, deed.owner) });
    case 'add_task': {
      const taskId = randomUUID();
      await createTask(ctx, {
        place: { kind: 'plan', code: deed.code },
        taskId,
        text: deed.text,
        owner: `account:${await accountOf(ctx, deed.owner)}`,
        dueOn: deed.dueOn,
      });
      tasks.push(taskId);
      return;
    }
    case 'finish_task':
      return finishTask(ctx, { taskId: tasks[deed.task - 1] ?? '', result: deed.result, expectedVersion: 1 });
  }
}

async function accountOf(ctx: Ctx, email: string): Promise<string> {
  return (await ctx.db.account.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

/** The plan's own year: who owns what, how it stands, what is still to be done. Invented, like all of the demonstration. */
export const planWork = (planWorkData as (PlanDeed & { at: string; by: string })[]).map((step) => ({
  ...step,
  at: new Date(step.at),
}));
