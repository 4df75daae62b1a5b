import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { ownerChoices } from './task-owners.server.ts';
import { openPlace, type TaskPlace } from './task-place.server.ts';
import type { TaskAbout } from './task-words.ts';

/** What the page of a new task asks with: no content of what the task is about. */
export type PreparedTask = { about: TaskAbout; owners: { value: string; text: string }[] };

/** @throws NotFound, Forbidden */
export async function prepareTask(ctx: Ctx, place: TaskPlace): Promise<PreparedTask> {
  return transaction(ctx.db, async (tx) => {
    const { about, handled } = await openPlace(tx, ctx, place);
    const owners = await ownerChoices(tx, ctx, handled);
    return { about, owners: owners.map(({ value, text }) => ({ value, text })) };
  });
}
