import { Invalid } from '../../kernel/failures.ts';
import type { Answers } from '../../form/answers.ts';
import type { Form } from '../../form/held-forms.ts';
import { lostElsewhere } from '../../form/journey.ts';
import { said } from '../../form/said.ts';
import { pruneAnswers } from '../../form/visible.ts';
import { formWords, listWords, questionWords, type FormWords } from '../../form/words.ts';
import { reportSaysDanger } from '../../form/says-danger.ts';

/**
 * An answer that closes other questions takes their answers with it, so the person is told first which. `at` is the page
 * or list that is saved. Never where somebody is in danger: nothing stands before the number to call. @throws Invalid
 */
export function warnOfLoss(
  definition: Form,
  at: string,
  before: Answers,
  after: Answers,
  t: FormWords = formWords,
): void {
  if (reportSaysDanger(said(definition, after))) return;
  const { questions, lists } = lostElsewhere(definition, at, pruneAnswers(definition, before), after);
  const lost = [
    ...questions.map((question) => questionWords(question, t).label),
    ...lists.map((list) => listWords(list, t).title),
  ];
  if (lost.length > 0) throw new Invalid({ '': t.error.drops({ answers: lost.join('; ') }) });
}
