import { z } from 'zod';
import { boxes } from './fields.ts';

/** When the next contact is due, or why there is none. */
const next = { nextOn: boxes(), endedReason: z.string() };

export const contactPlanForm = z.object({
  who: z.string(),
  how: z.string(),
  interpreter: z.string(),
  language: z.string(),
  safeTimes: z.string(),
  never: z.string(),
  ...next,
});

export const contactForm = z.object({ contactId: z.string(), madeOn: boxes(), result: z.string(), ...next });
