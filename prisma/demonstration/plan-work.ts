import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { ItemStatus } from '#app/domain/plan/item-status.ts';
import { nameItemOwner } from '#app/domain/plan/name-item-owner.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
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

const lead = 'mds.lead@police.example';
const contributor = 'plan.contributor@police.example';

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00Z`);

/** The plan's own year: who owns what, how it stands, what is still to be done. Invented, like all of the demonstration. */
export const planWork: readonly (PlanDeed & { at: Date; by: string })[] = [
  {
    do: 'set_status',
    code: 'PCC 1.4.1',
    status: 'on_track',
    note: 'Two reporting centres have been asked to take part.',
    at: at('2015-05-11', '10:05'),
    by: lead,
  },
  {
    do: 'set_status',
    code: 'Prepare 1',
    status: 'not_started',
    note: 'The list of partners is still being drawn up.',
    at: at('2015-05-11', '10:20'),
    by: lead,
  },
  { do: 'name_owner', code: 'Prevent 2', owner: contributor, at: at('2015-06-08', '09:40'), by: lead },
  {
    do: 'set_status',
    code: 'Prevent 2',
    status: 'at_risk',
    note: 'No translator has been found for the leaflet yet.',
    at: at('2015-08-03', '14:10'),
    by: contributor,
  },
  {
    do: 'set_status',
    code: 'Prepare 1',
    status: 'on_track',
    note: 'Partners of the network report every month.',
    at: at('2015-09-07', '11:15'),
    by: lead,
  },
  {
    do: 'add_task',
    code: 'Prevent 2',
    text: 'Ask the example college to check the leaflet in three languages.',
    owner: contributor,
    dueOn: '2015-11-06',
    at: at('2015-10-12', '10:30'),
    by: contributor,
  },
  {
    do: 'finish_task',
    task: 1,
    result: 'Checked in Polish, Romanian and Vietnamese.',
    at: at('2015-11-04', '15:45'),
    by: contributor,
  },
  {
    do: 'set_status',
    code: 'Prevent 2',
    status: 'on_track',
    note: 'The leaflet is ready in three languages.',
    at: at('2015-11-09', '09:30'),
    by: contributor,
  },
  {
    do: 'set_status',
    code: 'PCC 1.4.1',
    status: 'delivered',
    note: 'Both reporting centres send reports by the agreed form.',
    at: at('2015-12-07', '13:20'),
    by: lead,
  },
  {
    do: 'set_status',
    code: 'Protect 3',
    status: 'at_risk',
    note: 'Few reports name a referral, and nobody has looked at why.',
    at: at('2016-01-04', '10:10'),
    by: lead,
  },
  {
    do: 'add_task',
    code: 'Protect 3',
    text: 'Find out from the portal’s figures which partners never name a referral.',
    owner: lead,
    dueOn: '2016-01-15',
    at: at('2016-01-04', '10:25'),
    by: lead,
  },
  {
    do: 'add_task',
    code: 'Prevent 2',
    text: 'Send the leaflet to the reporting centres of the east.',
    owner: contributor,
    dueOn: '2016-01-29',
    at: at('2016-01-11', '11:00'),
    by: contributor,
  },
];
