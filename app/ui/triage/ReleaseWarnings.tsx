import { shortText } from '#app/domain/kernel/short-text.ts';
import type { ReactNode } from 'react';
import type { ShownWarning } from '#app/domain/triage/release/release-check.server.ts';
import { decisionOf, narrowingOf } from '#app/domain/triage/release/narrowing.ts';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { type FormState, useFormState } from '#app/ui/layout/Form.tsx';

/** What the checks found in a text that was not kept because of it. `mark` stands for exactly that text. */
export type Warned = { warnings: readonly ShownWarning[]; mark: string; text: string };

/** What the checks found in the form that came back; null where they found nothing. */
export function useWarned(): Warned | null {
  const posted: (FormState & { warned?: Warned }) | null = useFormState();
  return posted?.warned ?? null;
}

/** The text with every passage that a warning is about marked; passages that overlap are marked as one. */
export function MarkedText({ text, warnings }: { text: string; warnings: readonly ShownWarning[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of merged(warnings)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} className="portal-mark">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <div className="portal-verbatim portal-marked">{parts}</div>;
}

function merged(warnings: readonly ShownWarning[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of [...warnings].sort((one, other) => one.start - other.start)) {
    const last = places.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

/** Each warning with its passage and its reason. Nothing is changed for the officer. */
export function WarningList({ warnings }: { warnings: readonly ShownWarning[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {warnings.map(({ kind, start, end, message, passage }) => (
        <li key={`${kind} ${start} ${end}`}>
          <q className="portal-passage">{shortText(passage)}</q> {message}
        </li>
      ))}
    </ul>
  );
}

/** What in the text points at few people: of each whether it stays, or is made wider in the text. */
export function Narrowing({ warned }: { warned: Warned }) {
  const values = Object.values(useFormState()?.values ?? {}).flat();
  const found = narrowingOf(warned.warnings);
  if (found.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">What in this text narrows it?</h3>
      <input type="hidden" name="asked" value={warned.mark} />
      {found.map(({ mark, passage, message }, number) => {
        const choices = { keep: decisionOf('keep', mark), widen: decisionOf('widen', mark) };
        return (
          <Radios
            key={mark}
            name={`narrow${number}`}
            legend={`“${shortText(passage)}”`}
            legendSize="s"
            hint={message}
            inline
            value={Object.values(choices).find((choice) => values.includes(choice)) ?? null}
            items={[
              { value: choices.keep, label: 'Keep it' },
              { value: choices.widen, label: 'I make it wider in the text' },
            ]}
          />
        );
      })}
    </>
  );
}

/** Confirms the warnings of exactly the text that was checked: other text is checked again. */
export function ConfirmWarnings({ mark, error }: { mark: string; error?: string | undefined }) {
  return (
    <Checkboxes
      name="checked"
      error={error}
      items={[{ value: mark, label: 'I have checked these and the text does not point to the source' }]}
    />
  );
}
