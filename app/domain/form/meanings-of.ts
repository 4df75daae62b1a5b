import { z } from 'zod';
import { questionsOf, type FormDefinition } from './definition.ts';
import { isMeaning, type Meaning, type Meanings } from './meanings.ts';

/**
 * A pack's file of meanings: by the id of every question of every version what it means, or "plain" for one whose answer
 * is only shown, stored and printed.
 */
export const meaningsFileSchema = z.record(
  z.string(),
  z.custom<Meaning | 'plain'>(
    (written) => typeof written === 'string' && (written === 'plain' || isMeaning(written)),
    'No question can mean this: see app/domain/form/meanings.ts',
  ),
);
export type MeaningOfQuestions = Readonly<z.infer<typeof meaningsFileSchema>>;

/** By meaning the id of the question of this version that has it, from a file that names the questions of all versions. */
export function meaningsOf(definition: FormDefinition, meaningOf: MeaningOfQuestions): Meanings {
  return Object.fromEntries(
    questionsOf(definition).flatMap(({ id }) => {
      const meaning = Object.hasOwn(meaningOf, id) ? meaningOf[id] : undefined;
      return meaning === undefined || meaning === 'plain' ? [] : [[meaning, id]];
    }),
  );
}
