import {
  recordKinds,
  recordLimits,
  resultKinds,
  type ResultKind,
} from '#app/domain/connections/records/record-kinds.ts';
import { resultFields } from '#app/domain/connections/records/result-input.ts';
import { Checkboxes } from '../govuk/Checkboxes.tsx';
import { DateInput } from '../govuk/DateInput.tsx';
import { Details } from '../govuk/Details.tsx';
import { useFieldState } from '../govuk/field-state.ts';
import { Input } from '../govuk/Input.tsx';

const names = Object.keys(resultFields);

/** The same where most have nothing to say: folded until something was typed into it. */
export function FoldedResults() {
  const { valuesOf, errorOf } = useFieldState();
  const typed = names.some(
    (name) => errorOf(name) !== undefined || valuesOf(name)?.some((value) => value !== ''),
  );
  return (
    <Details summary="Record what came of it" open={typed}>
      <ResultFields />
    </Details>
  );
}

/** What came of a report, where somebody says something else: each that is selected is recorded with the day. */
export function ResultFields() {
  return (
    <>
      <Checkboxes
        name="results"
        legend="What came of it, if anything did (optional)"
        legendSize="s"
        hint="Select all that came about on one day. What came about on another day is recorded by itself."
        items={resultKinds.map((kind) => ({
          value: kind,
          label: recordKinds[kind].label,
          ...(kind === 'nrm' || kind === 'duty_to_notify'
            ? { hint: 'Record a crime as well, and give its number below' }
            : {}),
          ...(details[kind] ? { conditional: details[kind] } : {}),
        }))}
      />
      <DateInput
        id="resultsOn"
        namePrefix="resultsOn"
        legend="On which day?"
        legendSize="s"
        hint="Only if you selected something. For example, 18 1 2016"
      />
    </>
  );
}

const number = (name: string, label: string) => (
  <Input
    name={name}
    label={label}
    hint={`From 1 to ${recordLimits.people}`}
    inputMode="numeric"
    width={3}
    autoComplete="off"
  />
);

const reference = (name: string, kind: 'nrm' | 'duty_to_notify' | 'crime') => (
  <Input
    name={name}
    label={recordKinds[kind].reference}
    hint={recordKinds[kind].example}
    width={20}
    autoComplete="off"
    spellCheck={false}
  />
);

const details: Partial<Record<ResultKind, React.ReactNode>> = {
  arrests: number('arrests', recordKinds.arrests.people),
  safeguarded: number('safeguarded', recordKinds.safeguarded.people),
  nrm: reference('referralReference', 'nrm'),
  duty_to_notify: reference('dutyReference', 'duty_to_notify'),
  crime: reference('crimeReference', 'crime'),
};
