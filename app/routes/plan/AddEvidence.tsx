import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';

export type AddEvidenceProps = { blank: Record<string, string> };

/** The form for an entry of the evidence log. */
export function AddEvidence({ blank }: AddEvidenceProps) {
  return (
    <Form values={blank}>
      <p className="govuk-body">
        An entry cannot be changed or deleted later. Do not put anything from a submission in it: everyone who
        reads the plan reads this.
      </p>
      <HiddenField name="entryId" />
      <CharacterCount name="text" label="Evidence" rows={6} maxLength={textLimits.evidence} />
      <DateInput
        id="datedOn"
        namePrefix="datedOn"
        legend="Date of the evidence"
        legendSize="s"
        hint="When it happened, not when you write it down"
      />
      <Button preventDoubleClick>Add evidence</Button>
    </Form>
  );
}
