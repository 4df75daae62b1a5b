import { diffArrays } from 'diff';
import { conditionWords } from './condition-words.ts';
import {
  sectionQuestions,
  type Condition,
  type FormDefinition,
  type Option,
  type Question,
} from './definition.ts';
import { formWords } from './words.ts';

/** One fact about a part of the form, in words for whoever compares two versions. */
export type PartLine = { about: string; text: string };

/** A section, a page or a question that is not the same in both versions, named by its kind and id. */
export type PartChange = {
  name: string;
  change: 'added' | 'removed' | 'changed';
  /** Null where the version does not have it. Of what is changed only the lines that differ. */
  from: PartLine[] | null;
  to: PartLine[] | null;
};

export type Comparison = { changes: PartChange[]; unchanged: number };

/** What properties are called where their own names do not say it. */
const names: Readonly<Record<string, string>> = {
  label: 'Question',
  name: 'Name in errors',
  missing: 'Error when missing',
  kind: 'Answer',
  why: 'Why we ask',
  showWhen: 'Asked when',
  wantedWhen: 'Led to when',
  filesWhen: 'Led to files when',
  questions: 'Questions in order',
  pages: 'Pages in order',
  options: 'Option',
};

const kinds: Readonly<Record<string, string>> = {
  radios: 'one of a few',
  select: 'one of a list',
  checkboxes: 'any of these',
  text: 'one line of text',
  textarea: 'several lines of text',
  date: 'a date',
  number: 'a whole number',
  texts: 'several short texts',
  selects: 'several of a list',
  entry: 'one of the entries added',
  site: 'one of the organisation’s sites',
} satisfies Record<Question['kind'], string>;

/** The most options that are written out: a list of countries is only counted. */
const mostOptions = 40;

/** "exportedName" as "Exported name". */
function nameOf(property: string): string {
  const spaced = property.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return names[property] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Properties in an order of their own: that of the database's JSON says nothing. */
function propertiesOf(part: object): [string, unknown][] {
  const told = Object.keys(names);
  const rank = (property: string) => (told.includes(property) ? told.indexOf(property) : told.length);
  return Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other));
}

/** Every property of a part as lines, whatever it is: what the grammar of forms gets later is compared as well. */
function linesOf(definition: FormDefinition, part: object): PartLine[] {
  const inWords = (condition: Condition) => conditionWords(definition, condition, formWords);
  const optionWords = ({ label, hint, showWhen }: Option) =>
    [label, hint, showWhen && `offered when ${inWords(showWhen)}`].filter(Boolean).join('; ');
  const textsOf = (property: string, value: unknown): string[] => {
    if (['showWhen', 'wantedWhen', 'filesWhen'].includes(property)) return [inWords(value as Condition)];
    if (property === 'kind') return [kinds[String(value)] ?? String(value)];
    if (property === 'options' && Array.isArray(value))
      return value.length > mostOptions ? [`${value.length} options`] : (value as Option[]).map(optionWords);
    if (Array.isArray(value)) return value.flatMap((each) => textsOf('', each));
    if (typeof value === 'object' && value !== null)
      return [
        propertiesOf(value)
          .flatMap(([, each]) => textsOf('', each))
          .join('; '),
      ];
    return [typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)];
  };
  return propertiesOf(part).flatMap(([property, value]) =>
    textsOf(property, value).map((text) => ({ about: nameOf(property), text })),
  );
}

const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

/** The form itself and every section, page and question of a version in its order, by name. */
function partsOf(definition: FormDefinition): Map<string, PartLine[]> {
  const parts = new Map<string, PartLine[]>();
  const add = (name: string, part: object) => parts.set(name, linesOf(definition, part));
  const { title, sections, dangerLane, opening, declares, filesWhen } = definition;
  add('Form', { title, declares, sections: idsOf(sections), filesWhen });
  if (opening) add('Opening', opening);
  if (dangerLane) add('Danger lane', dangerLane);
  for (const section of sections) {
    if (section.kind === 'list')
      add(`Section ${section.id}`, {
        ...section,
        notKnown: section.notKnown?.id,
        questions: idsOf(section.questions),
      });
    else {
      add(`Section ${section.id}`, { ...section, pages: idsOf(section.pages) });
      for (const page of section.pages) add(`Page ${page.id}`, { ...page, questions: idsOf(page.questions) });
    }
    for (const question of sectionQuestions(section)) add(`Question ${question.id}`, question);
  }
  return parts;
}

/** The lines of one part that only one of the versions has, in the order of each. */
function differing(from: PartLine[], to: PartLine[]): { from: PartLine[]; to: PartLine[] } {
  const comparator = (one: PartLine, other: PartLine) => one.about === other.about && one.text === other.text;
  const runs = diffArrays(from, to, { comparator });
  return {
    from: runs.filter(({ removed }) => removed).flatMap(({ value }) => value),
    to: runs.filter(({ added }) => added).flatMap(({ value }) => value),
  };
}

/** What the second version adds to, takes from and changes in the first, in the order of the second, removed parts last. */
export function compareDefinitions(from: FormDefinition, to: FormDefinition): Comparison {
  const [before, after] = [partsOf(from), partsOf(to)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const changes = names.flatMap((name): PartChange[] => {
    const [earlier, later] = [before.get(name) ?? null, after.get(name) ?? null];
    if (earlier === null) return [{ name, change: 'added', from: null, to: later }];
    if (later === null) return [{ name, change: 'removed', from: earlier, to: null }];
    const lines = differing(earlier, later);
    return lines.from.length + lines.to.length > 0 ? [{ name, change: 'changed', ...lines }] : [];
  });
  return { changes, unchanged: names.length - changes.length };
}
