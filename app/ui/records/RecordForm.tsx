import type { ItemOf } from '#app/domain/connections/records/record-input.ts';
import {
  isResultKind,
  recordLimits,
  statusesOf,
  wordsOf,
  type RecordKind,
} from '#app/domain/connections/records/record-kinds.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';

export type RecordFormProps = {
  kind: RecordKind;
  /** Those of the submission, of which a result may be of one; null for its recipients, who know one and write no note. */
  items: readonly ItemOf[] | null;
};

/** The fields of a link of one kind. */
export function RecordForm({ kind, items }: RecordFormProps) {
  const { reference, example, statusAsked = 'How does it stand?', told, day, people } = wordsOf(kind);
  const statuses = Object.entries(statusesOf(kind));
  return (
    <>
      {told ? <Input name="agency" label={told.agency} hint={told.agencyHint} autoComplete="off" /> : null}
      {people ? (
        <Input name="people" label={people} inputMode="numeric" width={3} autoComplete="off" />
      ) : null}
      {day ? (
        <DateInput
          id="datedOn"
          namePrefix="datedOn"
          legend={day.optional ? `${day.label} (optional)` : day.label}
          legendSize="s"
          hint="For example, 18 1 2016"
        />
      ) : null}
      {reference !== null ? (
        <Input
          name="reference"
          label={told ? `${reference} (optional)` : reference}
          hint={example}
          width={20}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      {statuses.length > 0 ? (
        <Radios
          name="status"
          legend={statusAsked}
          legendSize="s"
          items={statuses.map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {items !== null && items.length > 0 && isResultKind(kind) ? (
        <Radios
          name="item"
          legend="What did it come of?"
          legendSize="s"
          items={[
            { value: '', label: 'The submission as a whole' },
            ...items.map(({ id, number }) => ({ value: id, label: `Item ${number}` })),
          ]}
        />
      ) : null}
      {items === null ? null : (
        <CharacterCount
          name="note"
          label="Note (optional)"
          hint="Do not name the source"
          rows={3}
          maxLength={recordLimits.note}
          autoComplete="off"
        />
      )}
    </>
  );
}
