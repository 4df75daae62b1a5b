import type { Question } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import { unfinishedPart, type Part, type Unfinished } from '#app/domain/intake/drafts/unfinished.ts';
import type { FieldError } from './form-state.ts';
import { withheldSource } from './withheld-source.ts';

/**
 * How the form of a part stands: whether what it shows is not finished, and what is wrong with it where its address asks
 * for that, as it does after somebody tried to go on.
 */
export function unfinishedForm(
  url: URL,
  { unfinished }: { unfinished: Unfinished },
  part: Part,
  questions: readonly Question[],
  check: () => { ok: true } | { ok: false; errors: Record<string, string> },
  t: FormWords,
): { unfinished: boolean; errors: FieldError[] } {
  const kept = unfinishedPart(unfinished, part);
  if (!url.searchParams.has('problems')) return { unfinished: kept !== null, errors: [] };
  const checked = check();
  const again = withheldSource(questions, t);
  const sealedAnew = Object.fromEntries((kept?.again ?? []).map((field) => [field, again[field] ?? '']));
  const errors = { ...(checked.ok ? {} : checked.errors), ...sealedAnew };
  return {
    unfinished: kept !== null,
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
  };
}
