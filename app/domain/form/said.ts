import {
  answerOf,
  choices,
  itemsOf,
  numberAnswer,
  textAnswer,
  type Answers,
  type ItemAnswers,
} from './answers.ts';
import { isListSection, type ListSection } from './definition.ts';
import type { Form } from './held-forms.ts';
import { meaningNames, readingOf, type Meaning } from './meanings.ts';

declare const byMeaning: unique symbol;

/**
 * What a report says, whatever form it was written with: its answers under their meanings, and its entries under what they
 * are ("person"), with theirs. An answer that names another entry names it by that, "person:6f0c…". Whatever the portal
 * does with answers, it does with these.
 */
export type Said = Answers & { readonly [byMeaning]: true };

export function said(form: Pick<Form, 'meanings' | 'sections'>, answers: Answers): Said {
  const lists = form.sections.filter(isListSection);
  const read = (from: Answers, meant: readonly Meaning[]) =>
    Object.fromEntries(
      meant.flatMap((meaning) => {
        const id = form.meanings[meaning];
        const value = id === undefined ? undefined : answerOf(from, id);
        return value === undefined ? [] : [[meaning, named(lists, meaning, value)]];
      }),
    );
  const entries = lists.map((list) => [
    list.item,
    itemsOf(answers, list.id).map((item) => ({
      id: item.id,
      ...read(
        item,
        meaningNames.filter((meaning) => readingOf(meaning).in === list.item),
      ),
    })),
  ]);
  const ofReport = meaningNames.filter((meaning) => readingOf(meaning).in === undefined);
  return { ...read(answers, ofReport), ...Object.fromEntries(entries) } as Said;
}

/** An entry is named by its section, "people:6f0c…": here by what it is. */
function named(lists: readonly ListSection[], meaning: Meaning, value: unknown): unknown {
  if (typeof value !== 'string' || !readingOf(meaning).kinds.includes('entry')) return value;
  const list = lists.find(({ id }) => value.startsWith(`${id}:`));
  return list === undefined ? value : `${list.item}${value.slice(list.id.length)}`;
}

/** One entry of what is said: a person, place and so on. */
export type SaidEntry = ItemAnswers & { readonly [byMeaning]: true };

export const answerSaid = (of: Said | SaidEntry, meaning: Meaning): unknown => answerOf(of, meaning);

export const textSaid = (of: Said | SaidEntry, meaning: Meaning): string | null => textAnswer(of, meaning);

export const numberSaid = (of: Said | SaidEntry, meaning: Meaning): number | null =>
  numberAnswer(of, meaning);

export const choicesSaid = (of: Said | SaidEntry, meaning: Meaning): string[] => choices(of, meaning);

export const entriesSaid = (of: Said, item: ListSection['item']): SaidEntry[] =>
  itemsOf(of, item) as SaidEntry[];
