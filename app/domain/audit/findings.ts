import { z } from 'zod';

/** What a look through the trail may find, and what that means. */
export const findingWords = {
  altered: 'was changed after it was sealed',
  removed: 'was sealed and is gone',
  inserted: 'was put in behind the seal',
  unmarked: 'was not written by the portal',
  sealed_unmarked: 'was sealed, and was not written by the portal',
  not_sealed: 'has waited for its seal for more than an hour',
  seal_altered: 'was changed, or was not made by the portal',
  seal_missing: 'is gone',
  key_missing: 'was made with a key that is not set, and no later seal vouches for it',
  other_head: 'has another head than the one that was kept elsewhere',
  guard_missing: 'is missing or switched off in the database',
} as const;

const names = Object.keys(findingWords) as (keyof typeof findingWords)[];

/** One finding. It names an event or a seal by its number, or a guard of the database. */
export const findingSchema = z.object({
  kind: z.enum(names),
  event: z.string().optional(),
  seal: z.string().optional(),
  guard: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A finding as a sentence. */
export function findingText({ kind, event, seal, guard }: Finding): string {
  const named = event ? `Event ${event}` : seal ? `Seal ${seal}` : `The guard ${guard}`;
  return `${named} ${findingWords[kind]}.`;
}
