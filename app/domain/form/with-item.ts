import { Invalid } from '#app/domain/kernel/failures.ts';
import { itemsOf, saveItem, type Answers } from './answers.ts';
import type { ListSection } from './definition.ts';
import type { ItemParsed } from './schema.ts';
import { formWords, type FormWords } from './words.ts';

/**
 * The answers after one entry of a list was saved. Whoever adds an entry does know of one: what was said instead goes.
 * @throws Invalid for an entry too many
 */
export function withItem(
  section: ListSection,
  answers: Answers,
  itemId: string,
  parsed: Extract<ItemParsed, { ok: true }>,
  t: FormWords = formWords,
): Answers {
  if (parsed.kind === 'not_known') return { ...answers, [section.id]: [], ...parsed.answers };
  const items = itemsOf(answers, section.id);
  if (items.length >= section.max && !items.some((item) => item.id === itemId))
    throw new Invalid({ '': t.error.tooMany({ max: section.max }) });
  const saved = saveItem(answers, section.id, { ...parsed.item, id: itemId });
  return section.notKnown
    ? Object.fromEntries(Object.entries(saved).filter(([id]) => id !== section.notKnown?.id))
    : saved;
}
