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

/**
 * A report as it is sent: every answer checked again, with the declaration that was posted. `alsoWrong` are the errors of
 * what was posted with it, by field. @throws Invalid
 */
export function wholeAnswers(
  definition: Form,
  answers: Answers,
  declaration: Posted,
  checking: Checking,
  alsoWrong: Readonly<Record<string, string>>,
): OpenAnswers {
  const { page } = declarationOf(definition);
  const declared = parsePage(definition, page.id, declaration, answers, checking);
  const errors = { ...alsoWrong, ...(declared.ok ? {} : declared.errors) };
  if (!declared.ok || Object.keys(errors).length > 0) throw new Invalid(errors);
  const whole = parseAnswers(definition, withPage(definition, answers, page.id, declared.answers), checking);
  if (!whole.ok) throw notWhole();
  return splitSourceIdentity(definition, whole.answers).open;
}
