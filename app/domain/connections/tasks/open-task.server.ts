import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { possibleOwners } from './possible-owners.server.ts';
import { resultsOf, taskFor } from './task-for.server.ts';
import { dayText } from './task-input.ts';
import { ownerInclude, ownerName } from './task-owner.ts';
import type { TaskLine } from './task-words.ts';

export type TaskEventLine = {
  id: string;
  at: Date;
  kind: string;
  by: string;
  dueOn: string;
  owner: string;
  comment: string | null;
};

export type OpenedTask = TaskLine & {
  version: number;
  createdBy: string;
  createdAt: Date;
  /** Newest first. */
  history: TaskEventLine[];
  mayChange: boolean;
  /** Its end may say what came of a report. */
  hasResults: boolean;
  owners: { value: string; text: string }[];
  /** The value of the owner it has. */
  ownerValue: string;
};

/** A task with its history. Its text may repeat what a report says, so reading it is recorded. @throws NotFound */
export async function openTask(ctx: Ctx, input: { taskId: Id<'Task'> }): Promise<OpenedTask> {
  return transaction(ctx.db, async (tx) => {
    const found = await taskFor(tx, ctx, input.taskId);
    const { row, about, mayChange } = found;
    const events = await tx.taskEvent.findMany({
      where: { taskId: row.id },
      orderBy: { number: 'desc' },
      include: { ...ownerInclude, actor: { select: { displayName: true } } },
    });
    await record(tx, ctx, {
      type: 'task.read',
      data: { about: about.kind },
      subject: { type: 'task', id: row.id },
    });
    const open = row.state === 'open' && mayChange;
    const owners = open ? await possibleOwners(tx, ctx, found) : [];
    const has = owners.find(
      ({ keys }) =>
        keys.ownerAccountId === row.ownerAccountId &&
        keys.ownerQueueId === row.ownerQueueId &&
        keys.ownerRole === row.ownerRole,
    );
    const dueOn = dayText(row.dueOn);
    // Not every supervisor may know who sent the report.
    const raised = row.raisedPromise !== null;
    return {
      id: row.id,
      text: row.text,
      about,
      owner: ownerName(row),
      dueOn,
      state: row.state,
      endedAt: row.endedAt,
      overdue: row.state === 'open' && dueOn < forceDay(ctx.clock.now()),
      promisedBy: row.raisedPromise?.promisedBy ?? null,
      version: row.version,
      createdBy: raised ? 'The partner' : row.createdByAccount.displayName,
      createdAt: row.createdAt,
      history: events.map((event) => ({
        id: event.id,
        at: event.happenedAt,
        kind: event.kind,
        by: raised && event.kind === 'created' ? 'The partner' : (event.actor?.displayName ?? 'The portal'),
        dueOn: dayText(event.dueOn),
        owner: ownerName(event),
        comment: event.comment,
      })),
      mayChange: open,
      hasResults: open && resultsOf(found) !== null,
      owners: owners.map(({ value, text }) => ({ value, text })),
      ownerValue: has?.value ?? '',
    };
  });
}
