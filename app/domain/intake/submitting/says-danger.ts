import type { Answers } from '../../form/answers.ts';
import type { Form } from '../../form/held-forms.ts';
import { said } from '../../form/said.ts';
import { reportSaysDanger } from '../../form/says-danger.ts';
import type { Unfinished } from '../drafts/unfinished.ts';

/** Whether a report that is being written says danger: in its answers, or in what is not finished of it. */
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
