import { taskStates, type TaskLine } from '#app/domain/connections/tasks/task-words.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';

/** Where a task stands. Overdue is a state to whoever has it. */
export function TaskStateTag({ state, overdue }: Pick<TaskLine, 'state' | 'overdue'>) {
  if (overdue) return <Tag colour="red">Overdue</Tag>;
  const colour = state === 'open' ? 'blue' : state === 'done' ? 'green' : 'grey';
  return <Tag colour={colour}>{taskStates[state]}</Tag>;
}
