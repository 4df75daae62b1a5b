import { z } from 'zod';

/**
 * What an entry of the evidence log rests on, as it was when the entry was written: a published figure with its definition and
 * the day on which it was frozen, the result of a task, or an event. `on` is a day, "2016-01-10".
 */
const citedSchema = z.object({
  kind: z.enum(['figure', 'task', 'event']),
  title: z.string(),
  /** The figure in words, or the result of the task. */
  detail: z.string(),
  definition: z.string().nullable(),
  on: z.string(),
});
export type Cited = z.infer<typeof citedSchema>;

/** As its row keeps it. */
export const citedOf = (kept: unknown): Cited | null => (kept === null ? null : citedSchema.parse(kept));

/** In one line, for a table. */
export const citedWords = ({ title, detail }: Cited): string =>
  detail === '' ? title : `${title}: ${detail}`;
