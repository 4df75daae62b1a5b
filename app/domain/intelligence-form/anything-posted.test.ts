import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saveItem, type Answers } from '#app/domain/intelligence-form/answers.ts';
import { findPage, questionsOf, type Question } from '#app/domain/intelligence-form/definition.ts';
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
import { version1 } from '#app/domain/intelligence-form/version-1.ts';
import { pruneAnswers, taskSections } from '#app/domain/intelligence-form/visible.ts';
import { extract } from '#app/domain/submissions/extract.ts';

type Posted = Record<string, string | string[]>;

const pages = version1.sections.flatMap((section) => (section.kind === 'pages' ? section.pages : []));
const lists = version1.sections.flatMap((section) => (section.kind === 'list' ? [section] : []));
const optionValues = questionsOf(version1).flatMap((question) =>
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
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(
    ...questionsOf(version1).map((question) => question.id),
    ...lists.map((list) => list.id),
    '__proto__',
  ),
  fc.oneof(
    fc.constantFrom(...optionValues),
    fc.array(fc.constantFrom(...optionValues), { maxLength: 3 }),
    fc.jsonValue(),
    fc.array(fc.record({ id: fc.string(), vehicleVrm: fc.jsonValue() }), { maxLength: 3 }),
  ),
);

describe('rubbish', () => {
  test('posted to any page is answered with errors or clean answers, never with a crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages).chain((page) => fc.tuple(fc.constant(page), posted(fieldNamesOf(page)))),
        anyAnswers,
        ([page, body], earlier) => {
          const parsed = parsePage(version1, page.id, body, earlier, { today: '2016-01-18' });
          if (parsed.ok) {
            const ids = new Set(page.questions.map((question) => question.id));
            expect(Object.keys(parsed.answers).every((id) => ids.has(id))).toBe(true);
            expect(JSON.stringify(parsed.answers)).not.toMatch(/\\u0000|\\ud[89a-f]/);
            const again = parsePage(version1, page.id, valuesOf(page, parsed.answers), earlier, {
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
      { numRuns: 600 },
    );
  });

  test('posted as an item does not crash either', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lists).chain((list) => fc.tuple(fc.constant(list), posted(itemFieldNames(list)))),
        ([list, body]) => {
          const parsed = parseItem(version1, list.id, body);
          if (!parsed.ok) expect(Object.keys(parsed.errors).length).toBeGreaterThan(0);
          if (parsed.ok && parsed.kind === 'item') expect(parsed.item).not.toHaveProperty('id');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('stored as a draft is walked, pruned, shown and extracted without a crash; pruning twice is pruning once', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = pruneAnswers(version1, answers);
        expect(pruneAnswers(version1, once)).toEqual(once);
        for (const section of taskSections(version1, answers)) sectionStatus(version1, answers, section);
        for (const page of pages) nextPage(version1, answers, page.id);
        const open = openAnswersFrom(version1, once);
        renderDocument(version1, open);
        extract(open);
        const { open: split } = splitSourceIdentity(version1, once);
        expect(typeof split['sourceName']).not.toBe('string');
        if (canSubmit(version1, answers))
          expect(parseAnswers(version1, { ...answers, declaration: ['confirmed'] }).ok).toBe(true);
      }),
      { numRuns: 400 },
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
    case 'checkboxes':
      return one(fc.constantFrom(...question.options.map((option) => option.value)));
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
    case 'textarea':
      return one(fc.constantFrom('Some words\r\non two lines', 'x'.repeat(question.maxLength)));
  }
}

const validPosts = (questions: Question[]): fc.Arbitrary<Posted> =>
  fc.tuple(...questions.map(validPost)).map((parts) => Object.assign({}, ...parts) as Posted);

describe('valid answers', () => {
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
          const parsed = parsePage(version1, pageId, posts.pages[index] ?? {}, answers);
          if (!parsed.ok) throw new Error(`${pageId}: ${JSON.stringify(parsed.errors)}`);
          const merged = withPage(version1, answers, pageId, parsed.answers);
          answers = splitSourceIdentity(version1, merged).open;
        };
        let step: Step = { kind: 'page', sectionId: 'safety', pageId: 'danger' };
        for (let turns = 0; turns < 40 && step.kind !== 'check_answers'; turns += 1) {
          if (step.kind === 'page') {
            seen.push(step.pageId);
            postPage(step.pageId);
            step = nextPage(version1, answers, step.pageId);
          } else if (step.kind === 'new_item') {
            const { sectionId } = step;
            seen.push(sectionId);
            const index = lists.findIndex((list) => list.id === sectionId);
            const parsed = parseItem(version1, sectionId, posts.lists[index] ?? {});
            if (!parsed.ok || parsed.kind !== 'item')
              throw new Error(`${sectionId}: ${JSON.stringify(parsed)}`);
            answers = saveItem(answers, sectionId, { ...parsed.item, id: `${sectionId}-1` });
            step = nextPage(version1, answers, sectionId);
          } else {
            const open = taskSections(version1, answers).find(
              (section) => sectionStatus(version1, answers, section) === 'not_started',
            );
            if (!open) throw new Error('nothing is left to do, and the report cannot be sent');
            step = entryOf(open, answers);
          }
        }
        expect(step.kind).toBe('check_answers');
        expect(new Set(seen).size).toBe(seen.length);
        postPage('declaration');
        expect(parseAnswers(version1, answers)).toEqual({ ok: true, answers });
        expect(findPage(version1, 'declaration')).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
