import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

/** Name, value and error of a field of the form. */
type FieldsProps = { field: (name: string) => { name: string; value: string; error: string | undefined } };

/** What a High submission should be instead. */
export function LowerTo({ field }: FieldsProps) {
  return (
    <Radios
      {...field('lowerTo')}
      legend="What should it be?"
      legendSize="s"
      items={[
        { value: 'medium', label: 'Medium' },
        { value: 'low', label: 'Low' },
      ]}
    />
  );
}

/** Asked only where the partner said that somebody is in danger: nobody lowers that without having dealt with it. */
export function AboutDanger({ field }: FieldsProps) {
  return (
    <Textarea
      {...field('aboutDanger')}
      label="The partner says that somebody is or may soon be in danger. What was done about that?"
      hint="For example who was called, when, and what they found"
      rows={3}
      autoComplete="off"
    />
  );
}
