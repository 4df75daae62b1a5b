import { recordLimits, wordsOf, type RecordKind } from '#app/domain/connections/records/record-kinds.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';

export type RecordFormProps = {
  kind: RecordKind;
};

/** The fields of a link of one kind. */
export function RecordForm({ kind }: RecordFormProps) {
  const { reference, example, statusAsked = 'How does it stand?', told, ...words } = wordsOf(kind);
  const statuses = Object.entries(words.statuses);
  return (
    <>
      {told ? (
        <>
          <Input name="agency" label={told.agency} hint={told.agencyHint} autoComplete="off" />
          <DateInput
            id="datedOn"
            namePrefix="datedOn"
            legend={told.day}
            legendSize="s"
            hint="For example, 18 1 2016"
          />
        </>
      ) : null}
      <Input
        name="reference"
        label={told ? `${reference} (optional)` : reference}
        hint={example}
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      {statuses.length > 0 ? (
        <Radios
          name="status"
          legend={statusAsked}
          legendSize="s"
          items={statuses.map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      <CharacterCount
        name="note"
        label="Note (optional)"
        hint="Do not name the source"
        rows={3}
        maxLength={recordLimits.note}
        autoComplete="off"
      />
    </>
  );
}
