import type { Citable } from '#app/domain/figures/citable.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { citedWords, type Cited } from '#app/domain/plan/cited.ts';
import { longestStatusNote } from '#app/domain/plan/item-status.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { shortText } from '#app/domain/kernel/short-text.ts';

/** What is said to who proposes. */
export const proposedWords = 'It stands once the MDS lead approves it. If they return it, they say why.';

/** `supersedes`: whether the entry takes the place of one that was wrong. */
type AddEvidenceProps = {
  blank: Record<string, string>;
  citable: readonly Citable[];
  proposes: boolean;
  supersedes?: boolean;
};

/** The form for an entry of the evidence log. */
export function AddEvidence({ blank, citable, proposes, supersedes = false }: AddEvidenceProps) {
  return (
    <Form values={blank}>
      <p className="govuk-body">
        An entry cannot be changed or deleted later. Do not put anything from a submission in it: everyone who
        reads the plan reads this.
      </p>
      {proposes ? <p className="govuk-body">{proposedWords}</p> : null}
      <HiddenField name="entryId" />
      {supersedes ? (
        <CharacterCount name="why" label="What was wrong" rows={3} maxLength={longestStatusNote} />
      ) : null}
      <CharacterCount
        name="text"
        label={supersedes ? 'What is right' : 'Evidence'}
        rows={6}
        maxLength={textLimits.evidence}
      />
      <DateInput
        id="datedOn"
        namePrefix="datedOn"
        legend="Date of the evidence"
        legendSize="s"
        hint="When it happened, not when you write it down"
      />
      {citable.length > 0 ? (
        <Select
          name="cites"
          label="What it rests on (optional)"
          hint="It is kept with the entry as it is now, a figure with its definition"
          options={[{ value: '', text: 'Nothing in the portal' }, ...groups(citable)]}
        />
      ) : null}
      <Button preventDoubleClick>
        {proposes ? 'Propose' : 'Add'} {supersedes ? 'the entry' : 'evidence'}
      </Button>
    </Form>
  );
}

const kinds: Readonly<Record<Cited['kind'], string>> = {
  event: 'Events',
  task: 'Results of tasks',
  figure: 'Published figures',
};

const groups = (citable: readonly Citable[]) =>
  (Object.keys(kinds) as Cited['kind'][])
    .map((kind) => ({
      group: kinds[kind],
      options: citable
        .filter(({ cited }) => cited.kind === kind)
        .map(({ value, cited }) => ({ value, text: shortText(citedWords(cited), 120) })),
    }))
    .filter(({ options }) => options.length > 0);
