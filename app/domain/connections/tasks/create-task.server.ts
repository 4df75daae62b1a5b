import type { Id } from '#app/domain/kernel/id.ts';
import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { refuseSealedWords } from '../../intake/sources/refuse-sealed-words.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';

import { forceDay } from '../../kernel/postcode-rules.ts';
import { possibleOwners } from './possible-owners.server.ts';
import { dayOf, faultOfDueDay } from './task-input.ts';
import { openPlace, type TaskPlace } from './task-place.server.ts';
import type { TaskAbout } from './task-words.ts';

/** `taskId` is made with the page, so that a form sent twice is one task. `owner` is the value of a choice, `dueOn` a day like "2016-01-18". */
export type CreateTaskInput = {
  place: TaskPlace;
  taskId: Id<'Task'>;
  text: string;
  owner: string;
  dueOn: string;
};

/** Adds a task to an item of the plan, a submission, an intelligence item or a dissemination. @throws NotFound, Forbidden, Conflict, Invalid */
export async function createTask(ctx: Ctx, input: CreateTaskInput): Promise<void> {
  const about = withOriginal(input.place);
  if (about) await refuseSealedWords(ctx, about, { text: input.text });
  await transaction(ctx.db, async (tx) => {
    const place = await openPlace(tx, ctx, input.place);
    const { keys, about } = place;
    const now = ctx.clock.now();
    const owner = (await possibleOwners(tx, ctx, place)).find(({ value }) => value === input.owner);
    const dueFault = faultOfDueDay(input.dueOn, forceDay(now));
    if (!owner || dueFault)
      throw new Invalid({
        ...(owner ? {} : { owner: 'Select who has the task' }),
        ...(dueFault ? { dueOn: dueFault } : {}),
      });
    const dueOn = dayOf(input.dueOn);
    const { accountId } = ctx.actor;
    const { count } = await tx.task.createMany({
      data: [
        {
          id: input.taskId,
          ...keys,
          text: input.text,
          createdBy: accountId,
          createdAt: now,
          version: 1,
          state: 'open',
          dueOn,
          ...owner.keys,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      // The same form once more; or an id that a task of something else has, so that none was added here.
      if ((await tx.task.count({ where: { id: input.taskId, ...keys } })) > 0) return;
      throw new Conflict(
        'Part of the form did not arrive as it was sent. Load the page and add the task again',
      );
    }
    await tx.taskEvent.create({
      data: {
        id: randomUUID(),
        taskId: input.taskId,
        number: 1,
        happenedAt: now,
        actorId: accountId,
        kind: 'created',
        dueOn,
        ...owner.keys,
      },
    });
    await record(tx, ctx, {
      type: 'task.created',
      data: { about: about.kind },
      subject: { type: 'task', id: input.taskId },
    });
  });
}

/** What a task is about, where whoever writes it reads the original; its recipients know nothing of the source. */
function withOriginal(place: TaskPlace) {
  if (place.kind === 'submission') return { submissionId: place.submissionId };
  return place.kind === 'item' ? { itemId: place.itemId } : null;
}

/** What the page of a new task asks with: no content of what the task is about. */
export type PreparedTask = { about: TaskAbout; owners: { value: string; text: string }[] };

/** @throws NotFound, Forbidden, Conflict */
export async function prepareTask(ctx: Ctx, place: TaskPlace): Promise<PreparedTask> {
  return transaction(ctx.db, async (tx) => {
    const opened = await openPlace(tx, ctx, place);
    const owners = await possibleOwners(tx, ctx, opened);
    return { about: opened.about, owners: owners.map(({ value, text }) => ({ value, text })) };
  });
}
