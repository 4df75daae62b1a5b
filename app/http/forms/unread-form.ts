import { knownDefinitions } from '#app/domain/form/known-definitions.ts';
import { questionFieldNames } from '#app/domain/form/read-posted.ts';
import type { FormState } from '#app/ui/layout/Form.tsx';
import { keptFormBytes, readPairs } from './read-form.ts';

/**
 * The fields of a form that failed before its action could read it, as far as they may be sent back: without a password,
 * and without what names a source. Null for what is no plain form.
 */
export async function unreadForm(request: Request): Promise<FormState['values'] | null> {
  try {
    return sentBack(await readPairs(request, { bytes: keptFormBytes }));
  } catch (failure) {
    if (failure instanceof Response) return null;
    throw failure;
  }
}

/** What was posted, as far as it may be sent back, where no schema says so. */
export function sentBack(pairs: Iterable<readonly [string, string]>): FormState['values'] {
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of pairs) if (!isWithheld(name)) (values[name] ??= []).push(value);
  return values;
}

const sourceFields = new Set(
  knownDefinitions
    .flatMap(({ sections }) => sections)
    .flatMap((section) =>
      'pages' in section ? section.pages.flatMap(({ questions }) => questions) : section.questions,
    )
    .filter(({ dataClass }) => dataClass === 'source_identity')
    .flatMap(questionFieldNames),
);

const isWithheld = (name: string) => name === 'password' || sourceFields.has(name);
