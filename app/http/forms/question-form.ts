import { z } from 'zod';
import type { Question } from '#app/domain/form/definition.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import { tick } from './fields.ts';
import { formFieldNames } from './form-field-names.ts';
import { withheldSource } from './withheld-source.ts';

/** The name of the choice between the two versions of one question. */
export const keepField = (questionId: string): string => `keep.${questionId}`;

/**
 * The form of questions that the agreed form asks together. What is typed is read by the domain, which knows what each
 * question takes; what names the source never goes back.
 */
export function questionForm(questions: readonly Question[], t: FormWords) {
  const { one, many } = formFieldNames(questions);
  const again = withheldSource(questions, t);
  const said = <Field extends z.ZodType>(name: string, field: Field) =>
    (again[name] === undefined ? field : field.meta({ withheld: again[name] })).optional();
  const asked: Record<string, z.ZodType<string | string[] | undefined>> = {
    ...Object.fromEntries(one.map((name) => [name, said(name, z.string())])),
    ...Object.fromEntries(many.map((name) => [name, said(name, z.array(z.string()))])),
    ...Object.fromEntries(questions.map(({ id }) => [keepField(id), z.string()])),
  };
  return z
    .object({
      ...asked,
      /** The version of the page that was shown, as a hash of what it held. */
      expectedVersion: z.string(),
      drops: tick(),
      then: z.string(),
    })
    .transform(({ expectedVersion, drops, then, ...rest }) => {
      const typed: Partial<Posted> = rest;
      return {
        seen: expectedVersion,
        drops,
        then,
        taken: questions.filter(({ id }) => typed[keepField(id)] === 'saved').map(({ id }) => id),
        posted: Object.fromEntries(
          [...one, ...many].flatMap((name): [string, string | string[]][] =>
            typed[name] === undefined ? [] : [[name, typed[name]]],
          ),
        ),
      };
    });
}
