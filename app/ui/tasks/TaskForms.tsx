import type { ReactNode } from 'react';
import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { DueInput, OwnerSelect, type OwnerOptions, type TaskFieldProps } from './NewTask.tsx';

export type TaskFormsProps = TaskFieldProps & { owners: OwnerOptions; version: number };

/** What can be done with an open task: to finish it comes first, the rest opens. */
export function TaskForms({ owners, version, typed, errorOf }: TaskFormsProps) {
  const comment = (name: string, label: string, hint?: string) => (
    <CharacterCount
      name={name}
      label={label}
      hint={hint}
      rows={3}
      maxLength={taskLimits.comment}
      value={typed(name)}
      error={errorOf(name)}
      autoComplete="off"
    />
  );
  const tried = typed('intent');
  return (
    <>
      <h2 className="govuk-heading-m">Mark as done</h2>
      <Form intent="done" version={version}>
        {comment('result', 'Result', 'What came of it')}
        <Button preventDoubleClick>Mark as done</Button>
      </Form>
      <Details summary="Change the due date" open={tried === 'due'}>
        <Form intent="due" version={version}>
          <DueInput typed={typed} errorOf={errorOf} />
          {comment('dueReason', 'Why does the date change?')}
          <Button variant="secondary" preventDoubleClick>
            Change due date
          </Button>
        </Form>
      </Details>
      <Details summary="Give it to somebody else" open={tried === 'owner'}>
        <Form intent="owner" version={version}>
          <OwnerSelect owners={owners} value={typed('owner')} error={errorOf('owner')} />
          {comment('ownerNote', 'A word to them (optional)')}
          <Button variant="secondary" preventDoubleClick>
            Give task
          </Button>
        </Form>
      </Details>
      <Details summary="Cancel the task" open={tried === 'cancel'}>
        <Form intent="cancel" version={version}>
          {comment('cancelReason', 'Why is it cancelled?')}
          <Button variant="warning" preventDoubleClick>
            Cancel task
          </Button>
        </Form>
      </Details>
    </>
  );
}

function Form({ intent, version, children }: { intent: string; version: number; children: ReactNode }) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
}
