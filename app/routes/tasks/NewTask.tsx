import type { Id } from '#app/domain/kernel/id.ts';
import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';

export type OwnerOptions = readonly { value: string; text: string }[];
export type NewTaskProps = { blank: { taskId: Id<'Task'> }; owners: OwnerOptions; hint: string };

/** The form of a new task. `hint` says who will read it. */
export function NewTask({ blank, owners, hint }: NewTaskProps) {
  return (
    <Form values={blank} data-keep>
      <HiddenField name="taskId" />
      <CharacterCount
        name="text"
        label="What is to be done?"
        hint={hint}
        rows={4}
        maxLength={taskLimits.text}
        autoComplete="off"
      />
      <OwnerSelect owners={owners} />
      <DueInput />
      <Button preventDoubleClick>Add task</Button>
    </Form>
  );
}

export function OwnerSelect({ owners }: { owners: OwnerOptions }) {
  return (
    <Select
      name="owner"
      label="Who has the task?"
      options={[{ value: '', text: 'Select a person, a queue or a role' }, ...owners]}
    />
  );
}

export function DueInput() {
  return (
    <DateInput id="dueOn" namePrefix="dueOn" legend="Due" legendSize="s" hint="For example, 20 1 2016" />
  );
}
