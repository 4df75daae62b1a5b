import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { dayText } from './task-input.ts';
import { ownerRoleWords, type TaskAbout, type TaskLine, type TaskState } from './task-words.ts';

export type LineRow = {
  id: Id<'Task'>;
  text: string;
  due_on: Date;
  state: TaskState;
  ended_at: Date | null;
  code: string | null;
  submission_id: Id<'Submission'> | null;
  reference: string | null;
  item_id: Id<'IntelligenceItem'> | null;
  dissemination_id: Id<'Dissemination'> | null;
  number: number | null;
  account: string | null;
  queue: string | null;
  owner_role: string | null;
  promised_by: Date | null;
};

/** What a line shows of `task t`, and the tables that it is in. */
export const lineColumns = Prisma.sql`t.id, t.text, t.due_on, t.state, t.ended_at, p.code, t.submission_id, s.reference, t.item_id,
  t.dissemination_id, i.number, a.display_name AS account, q.name AS queue, t.owner_role, rp.promised_by`;
export const lineJoins = Prisma.sql`LEFT JOIN plan_item p ON p.id = t.plan_item_id LEFT JOIN dissemination d ON d.id = t.dissemination_id
  LEFT JOIN submission s ON s.id = COALESCE(t.submission_id, d.submission_id)
  LEFT JOIN intelligence_item i ON i.id = COALESCE(t.item_id, d.item_id) LEFT JOIN account a ON a.id = t.owner_account_id
  LEFT JOIN queue q ON q.id = t.owner_queue_id LEFT JOIN raised_promise rp ON rp.task_id = t.id`;

export function taskLine(ctx: Ctx, row: LineRow): TaskLine {
  const dueOn = dayText(row.due_on);
  return {
    id: row.id,
    text: row.text,
    about: aboutOf(row),
    owner: row.account ?? row.queue ?? ownerRoleWords(row.owner_role ?? ''),
    dueOn,
    state: row.state,
    endedAt: row.ended_at,
    overdue: row.state === 'open' && dueOn < forceDay(ctx.clock.now()),
    promisedBy: row.promised_by,
  };
}

function aboutOf(row: LineRow): TaskAbout {
  const { code, submission_id, reference, item_id, dissemination_id, number } = row;
  if (dissemination_id !== null && reference !== null && number !== null)
    return { kind: 'dissemination', disseminationId: dissemination_id, number, reference };
  if (submission_id === null || reference === null) return { kind: 'plan', code: code ?? '' };
  const of = { submissionId: submission_id, reference };
  if (item_id === null || number === null) return { kind: 'submission', ...of };
  return { kind: 'item', itemId: item_id, number, ...of };
}
