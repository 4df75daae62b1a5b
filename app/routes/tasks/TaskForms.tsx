import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Form, type FormProps, useFormState } from '#app/ui/layout/Form.tsx';
import { ResultFields } from '#app/ui/records/ResultFields.tsx';
import { DueInput, OwnerSelect, type OwnerOptions } from './NewTask.tsx';

export type TaskFormsProps = {
  owners: OwnerOptions;
  version: number;
  values: FormProps['values'];
  /** It is about a report, of which something may have come. */
  hasResults: boolean;
};

/** What can be done with an open task: to finish it comes first, the rest opens. */
export function TaskForms({ owners, values, version, hasResults }: TaskFormsProps) {
  const comment = (name: string, label: string, hint?: string) => (
    <CharacterCount
      name={name}
      label={label}
      hint={hint}
      rows={3}
      maxLength={taskLimits.comment}
      autoComplete="off"
    />
  );
  const tried = useFormState()?.values['intent'];
  return (
    <>
      <h2 className="govuk-heading-m">Mark as done</h2>
      <Form intent="done" values={values} expectedVersion={version}>
        {comment('result', 'Result', 'What was done')}
        {hasResults ? <ResultFields /> : null}
        <Button preventDoubleClick>Mark as done</Button>
      </Form>
      <Details summary="Change the due date" open={tried === 'due'}>
        <Form intent="due" values={values} expectedVersion={version}>
          <DueInput />
          {comment('dueReason', 'Why does the date change?')}
          <Button variant="secondary" preventDoubleClick>
            Change due date
          </Button>
        </Form>
      </Details>
      <Details summary="Give it to somebody else" open={tried === 'owner'}>
        <Form intent="owner" values={values} expectedVersion={version}>
          <OwnerSelect owners={owners} />
          {comment('ownerNote', 'A word to them (optional)')}
          <Button variant="secondary" preventDoubleClick>
            Give task
          </Button>
        </Form>
      </Details>
      <Details summary="Cancel the task" open={tried === 'cancel'}>
        <Form intent="cancel" values={values} expectedVersion={version}>
          {comment('cancelReason', 'Why is it cancelled?')}
          <Button variant="warning" preventDoubleClick>
            Cancel task
          </Button>
        </Form>
      </Details>
    </>
  );
}
