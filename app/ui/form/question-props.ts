import type { Offered } from '#app/domain/form/offered-options.ts';
import type { Question } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';

/** Fields by name, as posted or as filled in from answers. */
export type FieldValues = Readonly<Record<string, string | string[]>>;

/** What a group of questions needs to be drawn. */
export type FieldsProps = {
  values: FieldValues;
  /** Messages by field name, as `parsePage` gives them. */
  errors: Readonly<Record<string, string>>;
  /** Questions whose answer is already in the sealed source record. */
  sealed?: readonly string[];
  /** Questions of which one is needed: none of them is marked as optional. */
  oneOf?: readonly string[];
  /** Options of questions that name another entry or a site. */
  offered?: Offered;
  /** Codes that are chosen most often, by question id. */
  often?: Readonly<Record<string, readonly string[]>>;
  t: FormWords;
};

export function fieldValue(values: FieldValues, name: string): string {
  return fieldList(values, name)[0] ?? '';
}

export function fieldList(values: FieldValues, name: string): string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined ? [] : [value].flat();
}

/** A question that names an entry or a site is asked where there is one to name. */
export function canBeAsked(question: Question, offered: Offered = {}): boolean {
  if (question.kind !== 'entry' && question.kind !== 'site') return true;
  return (offered[question.id] ?? []).length > 0;
}

/** Keeps a browser from filling in, remembering or sending away for spelling what is about somebody else. */
export function privacyAttributes(question: Question): { autoComplete?: 'off'; spellCheck?: false } {
  return question.autocompleteOff ? { autoComplete: 'off', spellCheck: false } : {};
}
