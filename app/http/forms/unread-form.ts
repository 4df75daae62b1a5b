import { questionsOf } from '#app/domain/form/definition.ts';
import { heldForms } from '#app/domain/form/held-forms.ts';
import { questionFieldNames } from '#app/domain/form/read-posted.ts';
import type { FormState } from '#app/ui/layout/Form.tsx';
import { keptFormBytes, readPairs } from './read-form.ts';

/** The fields in which a password is typed. */
export const passwordNames: readonly string[] = ['password', 'currentPassword'];

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
  const withheld = withheldNames();
  for (const [name, value] of pairs) if (!withheld.has(name)) (values[name] ??= []).push(value);
  return values;
}

/** From memory, as this answers also while the database is away: the portal reads every version of the form at its start. */
function withheldNames(): Set<string> {
  const sealed = heldForms()
    .flatMap(questionsOf)
    .filter(({ dataClass }) => dataClass === 'source_identity');
  return new Set([...passwordNames, ...sealed.flatMap(questionFieldNames)]);
}
