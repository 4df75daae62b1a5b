import { z } from 'zod';
import type { Question } from '#app/domain/form/definition.ts';
import { questionFieldNames, type Posted } from '#app/domain/form/read-posted.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import { tick } from '#app/domain/kernel/fields.ts';
import type { FieldNames } from './form-fields.ts';

/** The name of the choice between the two versions of one question. */
export const keepField = (questionId: string): string => `keep.${questionId}`;

/**
 * The form of questions that the agreed form asks together. What is typed is read by the domain, which knows what each
 * question takes; what names the source never goes back. `beside` are fields of the page that are no questions of the form;
 * they stand after them.
 */
export function questionForm<Beside = object>(
  questions: readonly Question[],
  t: FormWords,
  beside?: z.ZodObject<z.ZodRawShape> & z.ZodType<Beside>,
): QuestionForm<Beside> {
  const held = made.get(questions);
  if (held?.t === t && held.beside === beside) return held.form as QuestionForm<Beside>;
  const form = makeForm(questions, t, beside);
  made.set(questions, { t, beside, form });
  return form;
}

type QuestionForm<Beside> = ReturnType<typeof makeForm<Beside>>;

/** By the questions of a page, which are there while the process runs, the form last made of them. */
const made = new WeakMap<
  readonly Question[],
  { t: FormWords; beside: z.ZodType | undefined; form: z.ZodType }
>();

function makeForm<Beside>(
  questions: readonly Question[],
  t: FormWords,
  beside?: z.ZodObject<z.ZodRawShape> & z.ZodType<Beside>,
) {
  const { one, many } = questionNames(questions);
  const again = withheldSource(questions, t);
  // Boxes send nothing until one is ticked.
  const besideArrives = Object.values(beside?.shape ?? {}).some((field) => !(field instanceof z.ZodArray));
  const fieldOf = (name: string) => {
    const field = many.includes(name) ? z.array(z.string()) : z.string();
    return (again[name] === undefined ? field : field.meta({ withheld: again[name] })).optional();
  };
  const asked: Record<string, z.ZodType<string | string[] | undefined>> = {
    ...Object.fromEntries(questions.flatMap(questionFieldNames).map((name) => [name, fieldOf(name)])),
    ...Object.fromEntries(questions.map(({ id }) => [keepField(id), z.string().optional()])),
  };
  return z
    .object({
      ...asked,
      ...beside?.shape,
      /** The version of the page that was shown, as a hash of what it held. */
      expectedVersion: z.string().optional(),
      drops: tick(),
      /** Of the button that was pressed. */
      then: z.string().default(''),
    })
    .transform(({ expectedVersion, drops, then, ...rest }, context) => {
      const typed: Partial<Posted> = rest;
      const besides = Object.keys(beside?.shape ?? {}).map((name) => [name, typed[name]]);
      const posted = Object.fromEntries(
        [...one, ...many].flatMap((name): [string, string | string[]][] =>
          typed[name] === undefined ? [] : [[name, typed[name]]],
        ),
      );
      // Nothing of the page arrived: that is no page on which everything was emptied. What stands beside has to arrive.
      if (
        !besideArrives &&
        expectedVersion === undefined &&
        Object.values(posted).every(({ length }) => length === 0)
      )
        context.addIssue({ code: 'custom', path: ['expectedVersion'] });
      return {
        expectedVersion,
        drops,
        then,
        beside: Object.fromEntries(besides) as Beside,
        taken: questions.filter(({ id }) => typed[keepField(id)] === 'saved').map(({ id }) => id),
        posted,
      };
    });
}

/** The names that questions of the form post: check boxes may be repeated, everything else comes once. */
export function questionNames(questions: readonly Question[]): FieldNames {
  const names = (boxes: boolean) =>
    questions.filter(({ kind }) => (kind === 'checkboxes') === boxes).flatMap(questionFieldNames);
  return { one: names(false), many: names(true) };
}

/**
 * By field, what stands beside a question that names the source when its page comes back: what was typed there is not sent
 * back to the browser, not even with an error.
 */
export function withheldSource(questions: readonly Question[], t: FormWords): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter((question) => question.dataClass === 'source_identity')
      .map((question) => {
        const name = t.asked(question.name);
        return [question.id, t.error.typeAgain({ name })];
      }),
  );
}
