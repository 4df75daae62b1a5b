import type { FormDefinition } from './definition.ts';

/** The version that is being prepared, for trying out and comparing; null when there is none. No report uses it. */
export const draftDefinition: FormDefinition | null = null;
