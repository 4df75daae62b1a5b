import { createContext, useContext, type FormHTMLAttributes } from 'react';
import type { HistoryLine } from '#app/domain/submission/submission-parts.server.ts';
import { FieldStateProvider, useFieldState } from '#app/ui/govuk/field-state.ts';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';

/** `control` is the id of the first control of the field, where that is not the field's name. */
export type FieldError = { field: string; message: string; control?: string };

/**
 * A form that came back: the values as they were posted, and the errors in the order of the page, at most one for a
 * field. An error whose field is an empty string is about the whole form. `collision`: what the form is about was changed
 * by others while it was open; `changes` newest first, as far as the reader may know them.
 */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: FieldError[];
  collision: { changes: readonly HistoryLine[] } | null;
  /** Part of what the page shows did not arrive: it shows there what it holds. */
  lacks?: true;
};

const FormStateContext = createContext<FormState | null>(null);

/** Set once around the page that answers a request. */
export const FormStateProvider = FormStateContext.Provider;

/** The form that came back; null where none did. */
export const useFormState = (): FormState | null => useContext(FormStateContext);

/** What was typed into a field of the form that came back, or the first of several values. */
export const typedIn = (state: FormState | null, field: string): string =>
  [state?.values[field] ?? ''].flat()[0] ?? '';

export type FormProps = FormHTMLAttributes<HTMLFormElement> & {
  /** What the fields hold before anything was posted. */
  values?: FormState['values'];
  /** What is wrong with those values, where the page shows it at once. */
  errors?: readonly FieldError[];
  /** The version of what the form is about, as its page shows it: a later one makes the form collide. */
  expectedVersion?: number | string;
  /** Tells this form from the others of its page: what was posted is shown in the one that posted it. */
  intent?: string;
};

/** A plain form that works without JavaScript. Its fields show what was posted, or `values`, and their errors. */
export function Form({ values = {}, errors = [], expectedVersion, intent, children, ...form }: FormProps) {
  const t = useMessages();
  const posted = useFormState();
  const isPosted = posted !== null && (intent === undefined || posted.values['intent'] === intent);
  const shown = isPosted
    ? { values: posted.lacks ? { ...values, ...posted.values } : posted.values, errors: posted.errors }
    : { values, errors };
  // What came back because of its errors was made from the version that was posted: a later one must still collide.
  const made = isPosted && posted.collision === null ? typedIn(posted, 'expectedVersion') : '';
  const words = Object.fromEntries(shown.errors.map(({ field, message }) => [field, sentenceIn(t, message)]));
  return (
    <form method="post" noValidate {...form}>
      {intent === undefined ? null : <input type="hidden" name="intent" value={intent} />}
      {expectedVersion === undefined ? null : (
        <input type="hidden" name="expectedVersion" value={made || expectedVersion} />
      )}
      <FieldStateProvider value={{ values: shown.values, errors: words }}>{children}</FieldStateProvider>
    </form>
  );
}

/** What a form carries without showing it; `value` where the form that came back did not hold it. */
export function HiddenField({ name, value = '' }: { name: string; value?: string }) {
  return <input type="hidden" name={name} value={useFieldState().valueOf(name) || value} />;
}
