import { NewTask as NewTaskForm } from './NewTask.tsx';
import { aboutWords } from '#app/ui/tasks/task-words.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { prepareNewTask } from './new-task.server.ts';

const readers = {
  plan: 'Everybody who works with the plan’s tasks reads this. Put nothing from a submission in it.',
  submission: 'For officers who may read the submission. Do not name the source.',
  item: 'For officers who may read the submission. Do not name the source.',
  dissemination: 'Read by everybody to whom the item was sent, and by FIB. Keep to its conditions.',
} as const;

/** One page for adding a task, whatever it is about. */
export function NewTask({ loaderData }: { loaderData: Awaited<ReturnType<typeof prepareNewTask>> }) {
  const { prepared, blank, backHref } = loaderData;
  return (
    <Page title="Add a task" backHref={backHref}>
      <TwoThirds>
        <PageHeading caption={aboutWords(prepared.about)}>Add a task</PageHeading>
        <NewTaskForm blank={blank} owners={prepared.owners} hint={readers[prepared.about.kind]} />
      </TwoThirds>
    </Page>
  );
}
