import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { mostNarrowing, narrowingOf } from '#app/domain/triage/release/narrowing.ts';
import type { SanitiseResult } from '#app/domain/triage/release/sanitise-item.server.ts';
import type { Again } from '#app/http/forms/form-action.ts';

/** Of each thing that points at few people whether it stays: as many questions as the text needs. */
const narrow = Object.fromEntries(
  Array.from({ length: mostNarrowing }, (_, number) => [`narrow${number}`, shownAtTimes()]),
);

/** The fields of a form that asks about what the checks of a text found. */
export const askedOfText = z.object({ checked: shownAtTimes(), asked: shownAtTimes(), ...narrow }).shape;

/** What the officer said of each thing that points at few people. */
export const decisionsIn = (input: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(input).flatMap(([name, value]) =>
    name.startsWith('narrow') && typeof value === 'string' && value !== '' ? [value] : [],
  );

/** The form with what the checks found in its text, of which nothing is kept. */
export function askAboutText(
  again: Again,
  { warnings, mark, undecided }: Extract<SanitiseResult, { saved: false }>,
  text: string,
) {
  const message = 'Nothing is saved yet. Look at each warning, then change the text or confirm';
  const passages = narrowingOf(warnings).map(({ passage }) => `“${passage}”`);
  const missing = undecided.map(({ number, said }) => ({
    field: `narrow${number}`,
    message:
      said === 'widen'
        ? `Make ${passages[number]} wider in the text, or keep it`
        : `Say whether ${passages[number]} stays`,
  }));
  return again([{ field: 'text', message }, ...missing], { warned: { warnings, mark, text: text.trim() } });
}
