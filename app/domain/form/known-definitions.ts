import type { FormDefinition } from './definition.ts';
import { draftDefinition } from './draft.ts';
import { publishedDefinitions } from './published.ts';

export type KnownDefinitions = readonly [FormDefinition, ...FormDefinition[]];

/** Every version that can be looked at, oldest first: those published, then the one being prepared. */
export function withDraft(draft: FormDefinition | null): KnownDefinitions {
  return [...publishedDefinitions, ...(draft === null ? [] : [draft])];
}

export const knownDefinitions: KnownDefinitions = withDraft(draftDefinition);

export function knownDefinition(
  version: number,
  known: KnownDefinitions = knownDefinitions,
): FormDefinition | null {
  return known.find((each) => each.version === version) ?? null;
}
