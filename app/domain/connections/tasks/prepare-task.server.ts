import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { possibleOwners } from './possible-owners.server.ts';
import { openPlace, type TaskPlace } from './task-place.server.ts';
import type { TaskAbout } from './task-words.ts';

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
