import { Invalid } from '../../kernel/failures.ts';
import type { Answers } from '../../form/answers.ts';
import type { Checking } from '../../form/answer-schema.ts';
import { declarationOf } from '../../form/declaration.ts';
import type { Form } from '../../form/held-forms.ts';
import { withPage } from '../../form/journey.ts';
import type { Posted } from '../../form/read-posted.ts';
import { parseAnswers, parsePage } from '../../form/schema.ts';
import { splitSourceIdentity, type OpenAnswers } from '../../form/source-identity.ts';

/** Something is missing, wrong or not finished, on whatever page. */
export const notWhole = () =>
  new Invalid({
    '': 'Some of your answers are missing or need to be changed. Go through the list and complete them',
  });

/** The answers with what was posted on the page of sending, and by field what is wrong with that. */
export function withDeclared(
  definition: Form,
  answers: Answers,
  declaration: Posted,
  checking: Checking,
): { answers: Answers; errors: Record<string, string> } {
  const { page } = declarationOf(definition);
  const declared = parsePage(definition, page.id, declaration, answers, checking);
  if (!declared.ok) return { answers, errors: declared.errors };
  return { answers: withPage(definition, answers, page.id, declared.answers), errors: {} };
}

/** A report as it is sent: every answer checked again. `wrong` are the errors of the page of sending. @throws Invalid */
export function wholeAnswers(
  definition: Form,
  answers: Answers,
  checking: Checking,
  wrong: Readonly<Record<string, string>>,
): OpenAnswers {
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  const whole = parseAnswers(definition, answers, checking);
  if (!whole.ok) throw notWhole();
  return splitSourceIdentity(definition, whole.answers).open;
}
