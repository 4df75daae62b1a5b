import { answerOf, type Answers } from './answers.ts';
import type { Site } from './answer-schema.ts';
import { answerInWords, type OfferedOption } from './answer-words.ts';
import { findListSection, type FormDefinition } from './definition.ts';
import { entriesOf, type Entry } from './entries.ts';
import type { Question } from './question.ts';
import { listWords, type FormWords } from './words.ts';

/** Options by question id, for questions whose options the definition can't know. */
export type Offered = Readonly<Record<string, readonly OfferedOption[]>>;

export type Offering = { answers: Answers; sites: readonly Site[]; t: FormWords };

/** Enough to tell entries apart in a list of choices. */
const namingAnswers = 2;

/** "Vehicle 1: BX??ABC, white"; without anything that tells it apart "Vehicle 1". */
function entryLabel(definition: FormDefinition, entry: Entry, t: FormWords): string {
  const section = findListSection(definition, entry.sectionId);
  if (section === null) return entry.key;
  const title = listWords(section, t).itemTitle;
  const named = (section.naming ?? [])
    .flatMap((id) => {
      const question = section.questions.find((each) => each.id === id);
      const value = answerOf(entry.item, id);
      return question === undefined ? [] : answerInWords(question, value, t).slice(0, 1);
    })
    .slice(0, namingAnswers)
    .join(', ');
  const values = { title, number: entry.position };
  return named === '' ? t.entry(values) : t.entryNamed({ ...values, named });
}

/** What these questions offer besides the definition: the report's other entries, the organisation's sites. */
export function offeredOptions(
  definition: FormDefinition,
  questions: readonly Question[],
  { answers, sites, t }: Offering,
): Offered {
  const offered: Record<string, OfferedOption[]> = {};
  for (const question of questions) {
    if (question.kind === 'site')
      offered[question.id] = sites.map(({ id, name, notAccredited }) => ({
        value: id,
        label: notAccredited ? t.siteNotAccredited({ name }) : name,
      }));
    if (question.kind === 'entry')
      offered[question.id] = entriesOf(answers, question.from).map((entry) => ({
        value: entry.key,
        label: entryLabel(definition, entry, t),
      }));
  }
  return offered;
}
