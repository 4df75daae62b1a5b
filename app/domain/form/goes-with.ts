import { answerOf, itemsOf, removeItem, type Answers } from './answers.ts';
import type { FormDefinition, ListSection } from './definition.ts';
import { pruneAnswers } from './visible.ts';

/** What goes from a report with an entry that is removed: a whole other entry, or single answers of it (`questionIds`). */
export type GoesToo = {
  sectionId: string;
  itemId: string;
  /** Null where the whole entry goes: a connection of what is removed. */
  questionIds: string[] | null;
};

/** What names the entry and so goes with it, in the order of the form. Nothing else of the report changes. */
export function goesWith(
  definition: FormDefinition,
  answers: Answers,
  sectionId: string,
  itemId: string,
): GoesToo[] {
  const after = pruneAnswers(definition, removeItem(answers, sectionId, itemId));
  return definition.sections
    .filter((section): section is ListSection => section.kind === 'list')
    .flatMap((section) =>
      itemsOf(answers, section.id)
        .filter((item) => section.id !== sectionId || item.id !== itemId)
        .flatMap((item): GoesToo[] => {
          const left = itemsOf(after, section.id).find(({ id }) => id === item.id);
          const place = { sectionId: section.id, itemId: item.id };
          if (left === undefined) return [{ ...place, questionIds: null }];
          const gone = section.questions
            .map(({ id }) => id)
            .filter((id) => answerOf(item, id) !== undefined && answerOf(left, id) === undefined);
          return gone.length > 0 ? [{ ...place, questionIds: gone }] : [];
        }),
    );
}
