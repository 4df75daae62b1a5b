import fc from 'fast-check';
import { questionsAsked } from './page-as-asked.ts';
import { describe, expect, test } from 'vitest';
import { saveItem, type Answers } from './answers.ts';
import { findListSection, questionsOf } from './definition.ts';
import { declarationOf } from './declaration.ts';
import { renderDocument } from './document.ts';
import { afterFiles, canSubmit, entryOf, nextPage, sectionStatus, withPage, type Step } from './journey.ts';
import { fieldNamesOf, itemFieldNames, parseAnswers, parseItem, parsePage, valuesOf } from './schema.ts';
import { said } from './said.ts';
import { openAnswersFrom, splitSourceIdentity } from './source-identity.ts';
import { pruneAnswers, taskSections } from './visible.ts';
import { exportAnswers } from './export-answers.ts';
import { publishedDefinitions } from '#tests/factories/published-forms.ts';
import { extract } from '#app/domain/intake/submitting/extract.ts';
import {
  anyAnswers,
  chosenEntries,
  listsOf,
  pagesOf,
  posted,
  validPosts,
} from '#tests/factories/any-answers.ts';

describe.each(publishedDefinitions)('rubbish, version $version', (definition) => {
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
              Object.values(parsed.errors).every(
                (message) => message.length > 10 && !message.includes('undefined'),
              ),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
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
      { numRuns: 60 },
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
        extract(said(definition, open));
        const { open: split } = splitSourceIdentity(definition, once);
        expect(typeof split['sourceName']).not.toBe('string');
        if (canSubmit(definition, answers))
          expect(parseAnswers(definition, { ...answers, declaration: ['confirmed'] }).ok).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

describe.each(publishedDefinitions)('valid answers, version $version', (definition) => {
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
          const typed = posts.pages[index] ?? {};
          const asked = questionsAsked(pages[index]?.questions ?? [], answers);
          const firstOffered = (id: string) => {
            const question = asked.find((each) => each.id === id);
            return (question && 'options' in question && question.options[0]?.value) || '';
          };
          const first = parsePage(definition, pageId, typed, answers);
          // What valid answers can have against each other: two dates, what is asked only after another, and what does
          // not fit an earlier page.
          const mended = { ...typed };
          for (const [field, message] of Object.entries(first.ok ? {} : first.errors)) {
            if (message.startsWith('You cannot have learned')) mended['learnedDate'] = 'unknown';
            if (message.includes('is not asked for')) mended[field] = '';
            if (message.includes('does not fit')) mended[field] = firstOffered(field);
          }
          const parsed = first.ok ? first : parsePage(definition, pageId, mended, answers);
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
          } else if (step.kind === 'files') {
            step = afterFiles(definition, answers);
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
        postPage(declarationOf(definition).page.id);
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
        extract(said(definition, open));
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});
