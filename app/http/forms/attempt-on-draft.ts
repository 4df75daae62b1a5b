import { data } from 'react-router';
import { Conflict, Invalid } from '#app/domain/kernel/failures.ts';
import { NotFinished } from '#app/domain/intake/drafts/not-finished.ts';
import { TooManyDrafts } from '#app/domain/intake/drafts/too-many-drafts.ts';
import { errorsFromInvalid, formState, type FieldError, type FormState } from './form-state.ts';

/** The field by which a form of a draft carries the version it was made from. */
export const seenField = 'seen';

/** The name of the choice between the two versions of one question. */
export const keepField = (questionId: string): string => `keep.${questionId}`;

/** A form of a draft that comes back. `conflict`: what it holds was saved elsewhere meanwhile, and both are shown. */
export type DraftForm = FormState & { conflict: boolean };

export type DraftAttempt<Value> =
  | { ok: true; value: Value }
  /** Kept as unfinished: the page itself shows it, and what is wrong with it. */
  | { ok: false; kept: true }
  | { ok: false; kept: false; refused: ReturnType<typeof data<DraftForm>> };

/**
 * Runs a use case that saves part of a draft. Like `attempt`; and where the part was saved elsewhere meanwhile the form
 * comes back too, with everything typed, status 409. Fields in `withheld` are not sent back; what says so stands beside
 * each in which something was typed.
 */
export async function attemptOnDraft<Value>(
  typed: Record<string, string | string[]>,
  work: () => Promise<Value>,
  withheld: Readonly<Record<string, string>> = {},
): Promise<DraftAttempt<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (failure) {
    if (failure instanceof TooManyDrafts) throw failure;
    if (failure instanceof NotFinished) return { ok: false, kept: true };
    const conflict = failure instanceof Conflict;
    if (!conflict && !(failure instanceof Invalid)) throw failure;
    const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !Object.hasOwn(withheld, name)));
    const errors = conflict
      ? [{ field: '', message: 'reports.conflict.error' }]
      : [...errorsFromInvalid(failure), ...typedAgain(typed, withheld)];
    const refused = data({ ...formState(kept, errors), conflict }, { status: conflict ? 409 : 422 });
    return { ok: false, kept: false, refused };
  }
}

/** Of a field with an error already, that one is shown (form-state.ts). */
function typedAgain(
  typed: Record<string, string | string[]>,
  withheld: Readonly<Record<string, string>>,
): FieldError[] {
  return Object.entries(withheld)
    .filter(([field]) => [typed[field] ?? ''].flat().some((value) => value.trim() !== ''))
    .map(([field, message]) => ({ field, message }));
}
