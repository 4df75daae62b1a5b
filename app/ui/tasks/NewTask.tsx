import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';

export type TaskFieldProps = {
  typed: (field: string) => string;
  errorOf: (field: string) => string | undefined;
};

export type OwnerOptions = readonly { value: string; text: string }[];

/** The form of a new task. `hint` says who will read it. */
export function NewTask({
  owners,
  hint,
  typed,
  errorOf,
}: TaskFieldProps & { owners: OwnerOptions; hint: string }) {
  return (
    <form method="post" noValidate data-keep>
      <input type="hidden" name="task" value={typed('task')} />
      <CharacterCount
        name="text"
        label="What is to be done?"
        hint={hint}
        rows={4}
        maxLength={taskLimits.text}
        value={typed('text')}
        error={errorOf('text')}
        autoComplete="off"
      />
      <OwnerSelect owners={owners} value={typed('owner')} error={errorOf('owner')} />
      <DueInput typed={typed} errorOf={errorOf} />
      <Button preventDoubleClick>Add task</Button>
    </form>
  );
}

export function OwnerSelect({
  owners,
  value,
  error,
}: {
  owners: OwnerOptions;
  value: string;
  error: string | undefined;
}) {
  return (
    <Select
      name="owner"
      label="Who has the task?"
      value={value}
      error={error}
      options={[{ value: '', text: 'Select a person, a queue or a role' }, ...owners]}
    />
  );
}

export function DueInput({ typed, errorOf }: TaskFieldProps) {
  return (
    <DateInput
      id="dueOn"
      namePrefix="dueOn"
      legend="Due"
      legendSize="s"
      hint="For example, 20 1 2016"
      values={{
        day: typed('dueOn-day'),
        month: typed('dueOn-month'),
        year: typed('dueOn-year'),
      }}
      error={errorOf('dueOn')}
    />
  );
}
