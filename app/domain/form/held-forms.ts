import type { FormDefinition } from './definition.ts';
import type { Meanings } from './meanings.ts';

/**
 * A version of the form as the portal reads it: the definition, and which of its questions means what. `key` names exactly
 * this content.
 */
export type Form = FormDefinition & { readonly meanings: Meanings; readonly key: string };

const held = new Map<string, Form>();

/** Keeps one copy of a version for as long as the process runs: what is published never changes. */
export function holdForm(form: Form): Form {
  const known = held.get(form.key);
  if (known === undefined) held.set(form.key, form);
  return known ?? form;
}

/** Every version that this process has read: all that were published when it started, and those met since. */
export const heldForms = (): Form[] => [...held.values()];

/** The version that a loader has read, for its page: a definition is too large to travel with a page's data. */
export function heldForm(key: string): Form {
  const form = held.get(key);
  if (form === undefined) throw new Error('This version of the form was not read before it was shown.');
  return form;
}
