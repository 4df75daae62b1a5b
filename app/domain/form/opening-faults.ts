import type { FormDefinition } from './definition.ts';
import { leavesOf } from './fitting-options.ts';
import type { Meanings } from './meanings.ts';
import { askedElsewhere } from './opening.ts';

/** What is wrong with the opening of a version; nothing where it has none. */
export function openingFaults(definition: FormDefinition, meanings: Meanings): string[] {
  const { opening } = definition;
  if (opening === undefined) return [];
  const where = 'the opening';
  const asked = opening.questions.flatMap((id) => askedElsewhere(definition, id) ?? []);
  const lists = new Set(asked.flatMap(({ list }) => list?.id ?? []));
  const seen = new Set<string>();
  return [
    ...opening.questions
      .filter((id) => askedElsewhere(definition, id) === null)
      .map((id) => `${where} asks ${id}, which the form does not have`),
    ...(opening.questions[0] === meanings.danger ? [] : [`${where} does not begin with danger`]),
    ...(lists.size > 1 ? [`${where} makes entries of more than one list`] : []),
    ...asked.flatMap(({ question, list }) => {
      const later = leavesOf(question.showWhen).filter(
        (leaf) => opening.questions.includes(leaf.question) && !seen.has(leaf.question),
      );
      seen.add(question.id);
      return [
        ...(question.dataClass === 'source_identity'
          ? [`${where} asks ${question.id}: who the source is can wait`]
          : []),
        ...(list !== null && question.required
          ? [`${where} asks ${question.id}, without which there is no entry`]
          : []),
        ...later.map((leaf) => `${where} asks ${question.id} before ${leaf.question}, on which it hangs`),
      ];
    }),
  ];
}
