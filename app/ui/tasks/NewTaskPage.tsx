import { Page, type PageError } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { TaskAbout } from '#app/domain/connections/tasks/task-words.ts';
import { NewTask, type OwnerOptions, type TaskFieldProps } from './NewTask.tsx';
import { aboutWords } from './task-words.ts';

export type NewTaskPageProps = TaskFieldProps & {
  about: TaskAbout;
  owners: OwnerOptions;
  backHref: string;
  marking: string;
  errors: readonly PageError[];
};

const readers = {
  plan: 'Everybody who works with the plan’s tasks reads this. Put nothing from a submission in it.',
  submission: 'For officers who may read the submission. Do not name the source.',
  item: 'For officers who may read the submission. Do not name the source.',
  dissemination: 'Read by everybody to whom the item was sent, and by FIB. Keep to its conditions.',
} as const;

/** One page for adding a task, whatever it is about. */
export function NewTaskPage({ about, owners, backHref, marking, errors, ...fields }: NewTaskPageProps) {
  return (
    <Page
      title="Add a task"
      backHref={backHref}
      marking={marking}
      errors={errors}
      fieldIds={{ dueOn: 'dueOn-day' }}
    >
      <TwoThirds>
        <PageHeading caption={aboutWords(about)}>Add a task</PageHeading>
        <NewTask {...fields} owners={owners} hint={readers[about.kind]} />
      </TwoThirds>
    </Page>
  );
}
