import { expect, test } from 'vitest';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { formWords } from '#app/domain/form/words.ts';
import type { Draft } from '#app/domain/intake/drafts/drafts.server.ts';
import { unfinishedLinks } from './unfinished.ts';
import type { Id } from '#app/domain/kernel/id.ts';

const kept = (posted: Record<string, string>) => ({ posted, again: [] });
const draft = {
  id: 'one' as Id<'Draft'>,
  definition: currentDefinition,
  answers: { danger: 'no', people: [{ id: 'first' }, { id: 'second' }] } as unknown as Draft['answers'],
  unfinished: {
    'entry people second': kept({ personSurname: 'Changed' }),
    'entry people third': kept({ personSurname: 'Testperson '.repeat(52) }),
    'entry people fourth': kept({ personPart: 'witness' }),
    'page information': kept({ whatIsKnown: 'Half a sen' }),
    'page emergency': kept({ emergencyLog: '12' }),
    'entry nonsense fifth': kept({}),
  },
};

test('names a page by its title and an entry by its place or by what was typed, in the order of the form', () => {
  const links = unfinishedLinks(draft, formWords);
  expect(links.map(({ title }) => title)).toEqual([
    'What you know',
    'Person 2',
    `Person, not added yet: ${'Testperson '.repeat(7)}Testperson…`,
    'Person, not added yet',
  ]);
  expect(links[1]?.href).toBe('/reports/drafts/one/lists/people/second?problems');
});

test('gives those of one section alone', () => {
  expect(unfinishedLinks(draft, formWords, 'information').map(({ href }) => href)).toEqual([
    '/reports/drafts/one/pages/information?problems',
  ]);
});
