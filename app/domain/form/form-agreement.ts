import { z } from 'zod';

/** When this force and its partners agreed a version of the form, where that is not as the version itself says (plan 3.3.5). */
export const formAgreementSchema = z.strictObject({
  version: z.int().positive(),
  on: z.iso.date(),
  with: z.string().trim().min(1),
  /** The first day on which reports are written with it. Left out, they are from its publication on. */
  inForceFrom: z.iso.date().optional(),
});
export type FormAgreement = z.infer<typeof formAgreementSchema>;
