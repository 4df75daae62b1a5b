import { z } from 'zod';
import { definitionSchema } from './definition.ts';
import type { Meanings } from './meanings.ts';

/** A version of the form, and by meaning the id of the question that has it. */
export const packFormSchema = z.strictObject({
  definition: definitionSchema,
  meanings: z.custom<Meanings>(),
});
export type PackForm = z.infer<typeof packFormSchema>;
