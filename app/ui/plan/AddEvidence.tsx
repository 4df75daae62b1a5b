import { longestEvidence } from '#app/domain/plan/longest-evidence.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';

export type AddEvidenceProps = {
  typed: (field: string) => string;
  errorOf: (field: string) => string | undefined;
};

/** The form for an entry of the evidence log. */
export function AddEvidence({ typed, errorOf }: AddEvidenceProps) {
  const values = {
    day: typed('datedOn-day'),
    month: typed('datedOn-month'),
    year: typed('datedOn-year'),
  };
  return (
    <form method="post" noValidate>
      <p className="govuk-body">
        An entry cannot be changed or deleted later. Do not put anything from a submission in it: everyone who
        reads the plan reads this.
      </p>
      <input type="hidden" name="entry" value={typed('entry')} />
      <CharacterCount
        name="text"
        label="Evidence"
        rows={6}
        maxLength={longestEvidence}
        value={typed('text')}
        error={errorOf('text')}
      />
      <DateInput
        id="datedOn"
        namePrefix="datedOn"
        legend="Date of the evidence"
        legendSize="s"
        hint="When it happened, not when you write it down"
        values={values}
        error={errorOf('datedOn')}
      />
      <Button preventDoubleClick>Add evidence</Button>
    </form>
  );
}
