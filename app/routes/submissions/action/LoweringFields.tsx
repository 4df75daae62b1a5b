import { Radios } from '#app/ui/govuk/Radios.tsx';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

/** What a High submission should be instead. */
export function LowerTo() {
  return (
    <Radios
      name="lowerTo"
      legend="What should it be?"
      legendSize="s"
      items={[
        { value: 'medium', label: 'Medium' },
        { value: 'low', label: 'Low' },
      ]}
    />
  );
}

/** Asked of what is High: nobody lowers, opens to others or ends that without having dealt with the danger. */
export function AboutDanger({ told }: { told: boolean }) {
  return (
    <>
      <Textarea
        name="aboutDanger"
        label={
          told
            ? 'The partner says that somebody is or may soon be in danger. What was done about that?'
            : 'It is High. What was done about the danger?'
        }
        hint="For example who was called, when, and what they found. If nobody is in danger, how you know"
        rows={3}
        autoComplete="off"
      />
      <Input
        name="dangerBy"
        label="Who did it?"
        hint="For example the unit, or the officer with their number"
        autoComplete="off"
      />
      <MomentFields
        name="dangerAt"
        what="was done"
        hint="After the report was sent. If it was done before, when you made sure of it"
      />
    </>
  );
}
