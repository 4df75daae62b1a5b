import {
  questionsOf,
  type Condition,
  type FormDefinition,
  type ListSection,
  type Option,
  type Question,
} from './definition.ts';
import { leavesOf } from './fitting-options.ts';
import { exclusiveValues, type QuestionOf } from './question.ts';

type Asked = { question: Question; position: number };

/** Every `none` in a condition. */
function nonesOf(condition: Condition | undefined): { list: string; question: string; in: string[] }[] {
  if (condition === undefined) return [];
  if ('any' in condition) return condition.any.flatMap(nonesOf);
  if ('all' in condition) return condition.all.flatMap(nonesOf);
  return 'none' in condition ? [condition.none] : [];
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

const snakeCase = (id: string) => id.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** Faults of one condition: it must ask about an earlier question with options, and about values that it has. */
function conditionFaults(
  where: string,
  condition: Condition | undefined,
  position: number,
  asked: Map<string, Asked>,
): string[] {
  return leavesOf(condition).flatMap((leaf) => {
    const on = asked.get(leaf.question);
    if (on === undefined)
      return [`${where}: the condition asks about ${leaf.question}, which cannot be asked about here`];
    if (on.position >= position)
      return [`${where}: the condition asks about ${leaf.question}, which comes later`];
    if (!('options' in on.question))
      return [`${where}: the condition asks about ${leaf.question}, which has no options`];
    const values = new Set(on.question.options.map((option) => option.value));
    return leaf.in
      .filter((value) => !values.has(value))
      .map((value) => `${where}: ${leaf.question} has no option ${value}`);
  });
}

/** Faults of what a condition says of a list: one before it, which asks that question and has those options. */
function listConditionFaults(
  where: string,
  condition: Condition | undefined,
  lists: ReadonlyMap<string, ListSection>,
): string[] {
  return nonesOf(condition).flatMap((none) => {
    const section = lists.get(none.list);
    if (section === undefined)
      return [`${where}: the condition asks about ${none.list}, which is no list before it`];
    const on = section.questions.find(({ id }) => id === none.question);
    if (on === undefined || !('options' in on))
      return [`${where}: the condition asks about ${none.question}, which ${none.list} does not offer`];
    return none.in
      .filter((value) => !on.options.some((option) => option.value === value))
      .map((value) => `${where}: ${none.question} has no option ${value}`);
  });
}

/** The values that `all` leaves must share for a condition to be able to hold. */
function canHold(condition: Condition | undefined): boolean {
  if (condition === undefined || 'none' in condition) return true;
  if ('any' in condition) return condition.any.some(canHold);
  if (!('all' in condition)) return condition.in.length > 0;
  const shared = new Map<string, Set<string>>();
  for (const leaf of condition.all.flatMap((each) => ('question' in each ? [each] : []))) {
    const before = shared.get(leaf.question);
    shared.set(leaf.question, new Set(before ? leaf.in.filter((value) => before.has(value)) : leaf.in));
  }
  return condition.all.every(canHold) && [...shared.values()].every((values) => values.size > 0);
}

/** Every option stands under one heading, but for those that stand alone: they come last, under none. */
function checkboxFaults(question: QuestionOf<'checkboxes'>): string[] {
  const where = question.id;
  const values = question.options.map((option) => option.value);
  const alone = exclusiveValues(question);
  const faults = alone.some((value) => !values.includes(value))
    ? [`${where}: the exclusive option is not one of its options`]
    : [];
  for (const value of Object.keys(question.standsFor?.codes ?? {}))
    if (!values.includes(value)) faults.push(`${where}: it has no option ${value} that stands for another`);
  if (question.groups === undefined) return faults;
  const grouped = question.groups.flatMap((group) => group.options);
  const unlike = (some: string[], others: string[]) => some.filter((value) => !others.includes(value));
  return [
    ...faults,
    ...repeated(question.groups.map((group) => group.id)).map(
      (id) => `${where}: the group ${id} is there twice`,
    ),
    ...repeated(grouped).map((value) => `${where}: the option ${value} is in two groups`),
    ...unlike(grouped, values).map(
      (value) => `${where}: a group has the option ${value}, which is not there`,
    ),
    ...unlike(values, [...grouped, ...alone]).map((value) => `${where}: the option ${value} is in no group`),
  ];
}

function conditionalOptions(question: Question): Option[] {
  return 'options' in question ? question.options.filter(({ showWhen }) => showWhen !== undefined) : [];
}

function dateFaults({ id, partial, since, precisions }: QuestionOf<'date'>): string[] {
  const whole = ['exact', 'month', 'year'];
  return [
    ...(partial && precisions.join() !== whole.join()
      ? [`${id}: boxes of which a part may stay empty are for a day, a month or a year`]
      : []),
    ...(precisions.some((each) => each === 'today' || each === 'yesterday') && !precisions.includes('exact')
      ? [`${id}: today is kept as a day, which cannot be given`]
      : []),
    ...(!partial && precisions.includes('year') ? [`${id}: a year alone is asked by boxes`] : []),
    ...(since && !precisions.includes('ongoing') ? [`${id}: since when, of what cannot be going on`] : []),
  ];
}

function questionFaults(question: Question): string[] {
  const faults: string[] = [];
  const where = question.id;
  if (question.kind === 'date') faults.push(...dateFaults(question));
  if ('options' in question && conditionalOptions(question).length === question.options.length)
    faults.push(`${where}: no option is always offered`);
  if (question.exportedName !== snakeCase(question.id))
    faults.push(`${where}: the exported name is not the id in snake case`);
  if ('options' in question) {
    const values = question.options.map((option) => option.value);
    faults.push(...repeated(values).map((value) => `${where}: the option ${value} is there twice`));
  }
  if (question.kind === 'checkboxes') faults.push(...checkboxFaults(question));
  if ('boxes' in question && question.boxes > question.max)
    faults.push(`${where}: more boxes than answers that it takes`);
  const sealed = question.dataClass === 'source_identity';
  if (sealed && question.kind !== 'text' && question.kind !== 'textarea')
    faults.push(`${where}: only text can be sealed`);
  if (sealed && question.readableBy.some((role) => role !== 'source_custodian')) {
    faults.push(`${where}: a sealed answer is readable by the source custodian alone`);
  }
  return faults;
}

/** A list may point to its own questions and to lists before it. */
function listFaults(section: ListSection, earlierLists: ReadonlySet<string>): string[] {
  const own = new Map(section.questions.map((question) => [question.id, question]));
  const faults: string[] = [];
  const unknown = (ids: readonly string[], what: string) =>
    faults.push(
      ...ids.filter((id) => !own.has(id)).map((id) => `${section.id}: ${what} ${id}, which is not asked`),
    );
  unknown(section.atLeastOne.of, 'at least one of');
  unknown(section.naming ?? [], 'named by');
  unknown(section.different?.of ?? [], 'different');
  unknown(section.more ? [section.more.from] : [], 'folded from');
  if (section.min > 0 && section.optional) faults.push(`${section.id}: an optional list has no minimum`);
  const lists = [
    ...(section.needsEntries?.in ?? []),
    ...section.questions.flatMap((question) => (question.kind === 'entry' ? question.from : [])),
  ];
  faults.push(
    ...[...new Set(lists)]
      .filter((id) => !earlierLists.has(id))
      .map((id) => `${section.id}: it names entries of ${id}, which is no list before it`),
  );
  return faults;
}

/**
 * Everything that is wrong with a definition beyond its shape; empty for one that may be published. Conditions may only
 * look back, so a definition without faults has no cycle and every question can be reached.
 */
export function definitionFaults(definition: FormDefinition): string[] {
  const all = questionsOf(definition);
  const ids = [
    ...definition.sections.map((section) => `section ${section.id}`),
    ...definition.sections.flatMap((section) =>
      section.kind === 'pages' ? section.pages.map((page) => `page ${page.id}`) : [`page ${section.id}`],
    ),
  ];
  const faults = [
    ...repeated(all.map((question) => question.id)).map((id) => `${id}: the id is there twice`),
    ...repeated(all.map((question) => question.exportedName)).map(
      (name) => `${name}: the exported name is there twice`,
    ),
    ...repeated(ids).map((id) => `${id} is there twice`),
    ...all.flatMap(questionFaults),
  ];
  const listIds = definition.sections.flatMap((section) => (section.kind === 'list' ? [section.id] : []));
  const reserved = new Set(['page', 'section', ...listIds]);
  faults.push(...all.filter(({ id }) => reserved.has(id)).map(({ id }) => `${id}: the id is taken`));

  const asked = new Map<string, Asked>();
  let position = 0;
  const lists = new Map<string, ListSection>();
  const check = (
    where: string,
    condition: Condition | undefined,
    among: Map<string, Asked>,
    before = position,
  ) => {
    faults.push(...conditionFaults(where, condition, before, among));
    faults.push(...listConditionFaults(where, condition, lists));
    if (!canHold(condition)) faults.push(`${where}: the condition can never hold`);
  };
  for (const section of definition.sections) {
    check(section.id, section.wantedWhen, asked);
    if (section.kind === 'list') {
      const inItem = new Map<string, Asked>();
      for (const question of section.questions) {
        check(question.id, question.showWhen, inItem);
        if (conditionalOptions(question).length > 0)
          faults.push(`${question.id}: only a page can know which options fit`);
        inItem.set(question.id, { question, position });
        position += 1;
        if (question.dataClass === 'source_identity')
          faults.push(`${question.id}: an item cannot hold a sealed answer`);
      }
      faults.push(...listFaults(section, new Set(lists.keys())));
      lists.set(section.id, section);
      continue;
    }
    for (const page of section.pages) {
      check(page.id, page.showWhen, asked);
      const start = position;
      for (const question of page.questions) {
        check(question.id, question.showWhen, asked);
        // What is offered is settled before the page is drawn, so that it is the same without JavaScript.
        for (const option of conditionalOptions(question))
          check(`${question.id}.${option.value}`, option.showWhen, asked, start);
        asked.set(question.id, { question, position });
        position += 1;
        if (question.kind === 'entry') faults.push(`${question.id}: only an item can name another entry`);
      }
    }
  }
  check('files', definition.filesWhen, asked);
  return faults;
}
