import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saveItem, type Answers } from '#app/domain/intelligence-form/answers.ts';
import {
  findListSection,
  questionsOf,
  type FormDefinition,
  type ListSection,
  type Question,
} from '#app/domain/intelligence-form/definition.ts';
import { renderDocument } from '#app/domain/intelligence-form/document.ts';
import {
  canSubmit,
  entryOf,
  nextPage,
  sectionStatus,
  withPage,
  type Step,
} from '#app/domain/intelligence-form/journey.ts';
import {
  fieldNamesOf,
  itemFieldNames,
  parseAnswers,
  parseItem,
  parsePage,
  valuesOf,
} from '#app/domain/intelligence-form/schema.ts';
import { openAnswersFrom, splitSourceIdentity } from '#app/domain/intelligence-form/source-identity.ts';
import { version2 } from '#app/domain/intelligence-form/version-2.ts';
import { pruneAnswers, taskSections } from '#app/domain/intelligence-form/visible.ts';
import { entriesOf } from '#app/domain/intelligence-form/entries.ts';
import { exclusiveValues } from '#app/domain/intelligence-form/question.ts';
import { exportAnswers } from '#app/domain/intelligence-form/export-answers.ts';
import { knownDefinitions } from '#app/domain/intelligence-form/known-definitions.ts';
import { extract } from '#app/domain/submissions/extract.ts';

type Posted = Record<string, string | string[]>;

const pagesOf = (definition: FormDefinition) =>
  definition.sections.flatMap((section) => (section.kind === 'pages' ? section.pages : []));
const listsOf = (definition: FormDefinition) =>
  definition.sections.flatMap((section) => (section.kind === 'list' ? [section] : []));
const optionValues = questionsOf(version2).flatMap((question) =>
  'options' in question ? question.options.map((option) => option.value) : [],
);

/** Text a browser, or somebody without one, may post: words, half of an emoji, NUL, prototype names, real option values. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '31',
    '2016',
    'jan',
    '999999999999999999999',
  ),
  fc.constantFrom(...optionValues, 'exact', 'month', 'range'),
);
const posted = (names: string[]): fc.Arbitrary<Posted> =>
  fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyText }),
    fc.oneof(anyText, fc.array(anyText, { maxLength: 4 })),
    { maxKeys: 30 },
  );

/** JSON that is nearly a draft's answers. */
const anyAnswers = (definition: FormDefinition): fc.Arbitrary<Answers> =>
  fc.dictionary(
    fc.constantFrom(
      ...questionsOf(definition).map((question) => question.id),
      ...listsOf(definition).map((list) => list.id),
      '__proto__',
    ),
    fc.oneof(
      fc.constantFrom(...optionValues),
      fc.array(fc.constantFrom(...optionValues), { maxLength: 3 }),
      fc.jsonValue(),
      fc.record({ precision: fc.constantFrom('exact', 'month', 'about', 'range', 'ongoing', 'never') }),
      fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b', ''),
          vehicleVrm: fc.jsonValue(),
          linkFrom: fc.constantFrom('vehicles:a', 'people:b', 'links:a', ':'),
          linkTo: fc.constantFrom('vehicles:a', 'vehicles:b', 'nowhere:a'),
          linkKind: fc.constantFrom('drives', 'floats'),
          contactValue: fc.jsonValue(),
        }),
        { maxLength: 3 },
      ),
    ),
  );

describe.each(knownDefinitions)('rubbish, version $version', (definition) => {
  const pages = pagesOf(definition);
  const lists = listsOf(definition);

  test('posted to any page is answered with errors or clean answers, never with a crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages).chain((page) => fc.tuple(fc.constant(page), posted(fieldNamesOf(page)))),
        anyAnswers(definition),
        ([page, body], earlier) => {
          const parsed = parsePage(definition, page.id, body, earlier, { today: '2016-01-18' });
          if (parsed.ok) {
            const ids = new Set(page.questions.map((question) => question.id));
            expect(Object.keys(parsed.answers).every((id) => ids.has(id))).toBe(true);
            expect(JSON.stringify(parsed.answers)).not.toMatch(/\\u0000|\\ud[89a-f]/);
            const again = parsePage(definition, page.id, valuesOf(page, parsed.answers), earlier, {
              today: '2016-01-18',
            });
            expect(again).toEqual(parsed);
          } else {
            const fields = new Set(fieldNamesOf(page));
            expect(Object.keys(parsed.errors).length).toBeGreaterThan(0);
            expect(
              [...Object.keys(parsed.errors), ...Object.keys(parsed.values)].every((name) =>
                fields.has(name),
              ),
            ).toBe(true);
            expect(
              Object.values(parsed.errors).every((message) => message.length > 10 && !message.includes('{{')),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('posted as an item does not crash either', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lists).chain((list) => fc.tuple(fc.constant(list), posted(itemFieldNames(list)))),
        anyAnswers(definition),
        ([list, body], answers) => {
          const parsed = parseItem(definition, list.id, body, { answers });
          if (!parsed.ok) expect(Object.keys(parsed.errors).length).toBeGreaterThan(0);
          if (parsed.ok && parsed.kind === 'item') expect(parsed.item).not.toHaveProperty('id');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('stored as a draft is walked, pruned, shown and extracted without a crash; pruning twice is pruning once', () => {
    fc.assert(
      fc.property(anyAnswers(definition), (answers) => {
        const once = pruneAnswers(definition, answers);
        expect(pruneAnswers(definition, once)).toEqual(once);
        for (const section of taskSections(definition, answers)) sectionStatus(definition, answers, section);
        for (const page of pages) nextPage(definition, answers, page.id);
        const open = openAnswersFrom(definition, once);
        renderDocument(definition, open);
        exportAnswers(definition, open);
        extract(open);
        const { open: split } = splitSourceIdentity(definition, once);
        expect(typeof split['sourceName']).not.toBe('string');
        if (canSubmit(definition, answers))
          expect(parseAnswers(definition, { ...answers, declaration: ['confirmed'] }).ok).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});

const postedDate = fc.constantFrom<(id: string) => Posted>(
  (id) => ({ [id]: 'exact', [`${id}-day`]: '29', [`${id}-month`]: 'Feb', [`${id}-year`]: '2016' }),
  (id) => ({ [id]: 'month', [`${id}-in-month`]: '12', [`${id}-in-year`]: '2015' }),
  (id) => ({ [id]: 'unknown' }),
);

/** What a careful reporter posts for one question. */
function validPost(question: Question): fc.Arbitrary<Posted> {
  const one = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((value) => ({ [question.id]: value }));
  switch (question.kind) {
    case 'radios':
    case 'select':
      return one(fc.constantFrom(...question.options.map((option) => option.value)));
    case 'checkboxes': {
      const values = question.options.map((option) => option.value);
      const alone = exclusiveValues(question);
      const together = values.filter((value) => !alone.includes(value));
      return fc
        .oneof(
          fc.constantFrom(...values).map((value) => [value]),
          fc.subarray(together, { minLength: 1 }),
        )
        .map((chosen) => ({ [question.id]: chosen }));
    }
    case 'number':
      return one(fc.integer({ min: question.min, max: question.max }).map(String));
    case 'date':
      if (question.precisions.length === 1) {
        return fc.constant({
          [`${question.id}-day`]: '1',
          [`${question.id}-month`]: '2',
          [`${question.id}-year`]: '1990',
        });
      }
      return postedDate.map((make) => make(question.id));
    case 'text':
      if (question.format === 'postcode') return one(fc.constantFrom('B11 4AA', 'b5', 'CV8 1AA'));
      if (question.format === 'vrm') return one(fc.constantFrom('BX?? ABC', 'b12 abc'));
      if (question.format === 'email') return one(fc.constant('name@example.com'));
      return one(fc.constantFrom('Some words', 'Żółć'));
    case 'texts':
      return fc
        .array(
          question.format === 'email' ? fc.constant('name@example.com') : fc.constantFrom('A', 'B', 'C', ''),
          {
            maxLength: question.max,
          },
        )
        .map((given) => ({ [question.id]: given }));
    case 'selects':
      return fc
        .array(fc.constantFrom(...question.options.map((option) => option.value), ''), {
          maxLength: question.max,
        })
        .map((given) => ({ [question.id]: given }));
    case 'entry':
      // Chosen while walking, from what is there by then.
      return fc.constant({});
    case 'site':
      return one(fc.constantFrom('', '00000000-0000-4000-8000-000000000001'));
    case 'textarea':
      return one(fc.constantFrom('Some words\r\non two lines', 'x'.repeat(question.maxLength)));
  }
}

const validPosts = (questions: Question[]): fc.Arbitrary<Posted> =>
  fc.tuple(...questions.map(validPost)).map((parts) => Object.assign({}, ...parts) as Posted);

/** Names the first of the entries that may be named, and where two are named, the last of them second. */
function chosenEntries(list: ListSection, answers: Answers): Posted {
  return Object.fromEntries(
    list.questions.flatMap((question) => {
      if (question.kind !== 'entry') return [];
      const keys = entriesOf(answers, question.from).map((entry) => entry.key);
      const key = question.id === list.different?.of[1] ? keys.at(-1) : keys[0];
      return key === undefined ? [] : [[question.id, key]];
    }),
  );
}

describe.each(knownDefinitions)('valid answers, version $version', (definition) => {
  const pages = pagesOf(definition);
  const lists = listsOf(definition);

  test('in any combination end in a whole that can be sent, and in no loop', () => {
    const everything = fc.record({
      pages: fc.tuple(...pages.map((page) => validPosts(page.questions))),
      lists: fc.tuple(...lists.map((list) => validPosts(list.questions))),
    });
    fc.assert(
      fc.property(everything, (posts) => {
        let answers: Answers = {};
        const seen: string[] = [];
        const postPage = (pageId: string) => {
          const index = pages.findIndex((page) => page.id === pageId);
          const parsed = parsePage(definition, pageId, posts.pages[index] ?? {}, answers);
          if (!parsed.ok) throw new Error(`${pageId}: ${JSON.stringify(parsed.errors)}`);
          const merged = withPage(definition, answers, pageId, parsed.answers);
          answers = splitSourceIdentity(definition, merged).open;
        };
        let step: Step = { kind: 'page', sectionId: 'safety', pageId: 'danger' };
        for (let turns = 0; turns < 40 && step.kind !== 'check_answers'; turns += 1) {
          if (step.kind === 'page') {
            seen.push(step.pageId);
            postPage(step.pageId);
            step = nextPage(definition, answers, step.pageId);
          } else if (step.kind === 'new_item') {
            const { sectionId } = step;
            seen.push(sectionId);
            const index = lists.findIndex((list) => list.id === sectionId);
            const list = findListSection(definition, sectionId)!;
            const posted = { ...posts.lists[index], ...chosenEntries(list, answers) };
            const parsed = parseItem(definition, sectionId, posted, { answers });
            if (!parsed.ok || parsed.kind !== 'item')
              throw new Error(`${sectionId}: ${JSON.stringify(parsed)}`);
            answers = saveItem(answers, sectionId, { ...parsed.item, id: `${sectionId}-1` });
            step = nextPage(definition, answers, sectionId);
          } else {
            const open = taskSections(definition, answers).find(
              (section) => sectionStatus(definition, answers, section) === 'not_started',
            );
            if (!open) throw new Error('nothing is left to do, and the report cannot be sent');
            step = entryOf(open, answers);
          }
        }
        expect(step.kind).toBe('check_answers');
        expect(new Set(seen).size).toBe(seen.length);
        postPage('declaration');
        expect(parseAnswers(definition, answers)).toEqual({ ok: true, answers });
        const open = openAnswersFrom(definition, answers);
        const shown = renderDocument(definition, open).sections.flatMap((section) => section.pages);
        const exported = exportAnswers(definition, open);
        for (const entry of shown.flatMap((page) => page.entries)) {
          const name = questionsOf(definition).find(
            (question) => question.id === entry.questionId,
          )!.exportedName;
          expect(entry.state === 'not_provided', name).toBe(exported[name] === null);
        }
        extract(open);
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});
