import { z } from 'zod';
import { boxes } from './fields.ts';

/** The fields of a record link; a kind without one does not show it. */
export const recordForm = z.object({
  reference: z.string(),
  status: z.string(),
  agency: z.string(),
  datedOn: boxes(),
  note: z.string(),
});
