import { questionsOf, type FormDefinition, type ListSection, type Question } from './definition.ts';
import { meaningNames, readingOf, type Meaning, type Meanings } from './meanings.ts';
import type { MeaningOfQuestions } from './meanings-of.ts';

/** Without these a report cannot be routed, protected, sanitised or followed up. */
const needed = {
  danger: 'whether somebody is in danger',
  child: 'whether a child is concerned',
  'source.risk': 'whether the source could be guessed',
  'source.name': 'who the source is, to be sealed',
  narrative: 'what the partner knows',
  'victim.wantsContact': 'what the victim wishes',
} as const satisfies Partial<Record<Meaning, string>>;

type Asked = { question: Question; item: ListSection['item'] | null };

function askedBy({ sections }: FormDefinition): Asked[] {
  return sections.flatMap((section): Asked[] =>
    section.kind === 'list'
      ? [
          ...(section.notKnown ? [{ question: section.notKnown, item: null }] : []),
          ...section.questions.map((question) => ({ question, item: section.item })),
        ]
      : section.pages.flatMap((page) => page.questions.map((question) => ({ question, item: null }))),
  );
}

/** What is wrong with one question that has a meaning: the portal could not read its answers. */
function readingFaults(meaning: Meaning, { question, item }: Asked): string[] {
  const { kinds, in: list = null, codes = [], closed = false } = readingOf(meaning);
  const where = `${question.id} (${meaning})`;
  if (list !== item)
    return [
      `${where}: ${list === null ? 'it is no question of an entry' : `it is a question of each ${list}`}`,
    ];
  if (!kinds.includes(question.kind))
    return [`${where}: an answer of the kind ${question.kind} cannot be read`];
  if (!('options' in question) || codes.length === 0) return [];
  const values = question.options.map(({ value }) => value);
  return [
    ...(values.some((value) => codes.includes(value))
      ? []
      : [`${where}: it offers none of ${codes.join(', ')}`]),
    ...(closed
      ? values
          .filter((value) => !codes.includes(value))
          .map((value) => `${where}: ${value} is none of ${codes.join(', ')}`)
      : []),
  ];
}

/** What is wrong with the meanings of a version's questions; empty where the portal can work with what it asks. */
export function meaningFaults(definition: FormDefinition, meanings: Meanings): string[] {
  const asked = new Map(askedBy(definition).map((each) => [each.question.id, each]));
  const items = definition.sections.flatMap((section) => (section.kind === 'list' ? [section.item] : []));
  const nameOfSource = asked.get(meanings['source.name'] ?? '')?.question;
  return [
    ...Object.entries(needed)
      .filter(([meaning]) => meanings[meaning as keyof typeof needed] === undefined)
      .map(([meaning, words]) => `no question asks ${words} (${meaning})`),
    ...(nameOfSource && nameOfSource.dataClass !== 'source_identity'
      ? [`${nameOfSource.id} (source.name): who the source is has to be sealed`]
      : []),
    ...[...new Set(items.filter((item, index) => items.indexOf(item) !== index))].map(
      (item) => `two lists are of each ${item}`,
    ),
    ...meaningNames.flatMap((meaning) => {
      const id = meanings[meaning];
      const each = id === undefined ? undefined : asked.get(id);
      return each === undefined ? [] : readingFaults(meaning, each);
    }),
  ];
}

/** Questions of a version of which the file of meanings says nothing, and meanings that it gives to two of them. */
export function unsaidMeanings(definition: FormDefinition, meaningOf: MeaningOfQuestions): string[] {
  const ids = questionsOf(definition).map(({ id }) => id);
  const given = ids.flatMap((id) => meaningOf[id] ?? []).filter((meaning) => meaning !== 'plain');
  return [
    ...ids
      .filter((id) => !Object.hasOwn(meaningOf, id))
      .map((id) => `${id}: forms/meanings.json does not say what it means`),
    ...[...new Set(given.filter((meaning, index) => given.indexOf(meaning) !== index))].map(
      (meaning) => `two questions mean ${meaning}`,
    ),
  ];
}
