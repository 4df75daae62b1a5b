import type { Answers } from '../../form/answers.ts';
import type { Form } from '../../form/held-forms.ts';
import { said, textSaid, type Said } from '../../form/said.ts';
import type { Unfinished } from '../drafts/unfinished.ts';

/** Whether a report says that somebody is in danger, or could soon be. */
export function reportSaysDanger(report: Said): boolean {
  return (
    ['now', 'soon'].includes(textSaid(report, 'danger') ?? '') || textSaid(report, 'child') === 'in_danger'
  );
}

/** The same of a report that is being written: of its answers, or of what is not finished of it. */
export function saysDangerInDraft({
  definition,
  answers,
  unfinished = {},
}: {
  definition: Form;
  answers: Answers;
  unfinished?: Unfinished;
}): boolean {
  const typed = Object.values(unfinished).map(({ posted }) => posted);
  return [answers, ...typed].some((given) => reportSaysDanger(said(definition, given)));
}
