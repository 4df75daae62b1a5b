import type { FormDefinition } from '#app/domain/intelligence-form/definition.ts';
import { draftDefinition } from '#app/domain/intelligence-form/draft.ts';
import { publishedDefinitions } from '#app/domain/intelligence-form/published.ts';

/** Every version that can be looked at, oldest first: those published, then the one being prepared. */
export const knownDefinitions: readonly [FormDefinition, ...FormDefinition[]] = [
  ...publishedDefinitions,
  ...(draftDefinition === null ? [] : [draftDefinition]),
];

export function knownDefinition(version: number): FormDefinition | null {
  return knownDefinitions.find((each) => each.version === version) ?? null;
}
