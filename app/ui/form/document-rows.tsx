import { Fragment, type ReactNode } from 'react';
import type { DocumentEntry } from '#app/domain/form/document.ts';
import { type FormWords } from '#app/domain/form/words.ts';
import type { SummaryAction, SummaryRow } from '#app/ui/govuk/SummaryList.tsx';

function lines(answer: readonly string[]): ReactNode {
  return answer.map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}

/** Rows of a summary list: the question beside its answer in words. */
export function documentRows(
  entries: readonly DocumentEntry[],
  t: FormWords,
  actions?: (entry: DocumentEntry) => SummaryAction[],
): SummaryRow[] {
  return entries.map((entry) => ({
    key: entry.label,
    value: entry.state === 'not_provided' ? t.notProvided : lines(entry.answer),
    actions: actions?.(entry),
  }));
}

/** Of a card only what was answered: a person has many questions, and few are ever answered. */
export function answered(entries: readonly DocumentEntry[]): DocumentEntry[] {
  return entries.filter((entry) => entry.state !== 'not_provided');
}
