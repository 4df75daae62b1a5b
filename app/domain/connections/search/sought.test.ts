import { expect, it } from 'vitest';
import { isNarrowed, keptSought, searchForm, searchValues } from './sought.ts';

it('takes the words alone, as the box in the frame sends them', () => {
  const sought = searchForm.parse({ query: ' white van ' });
  expect(sought).toMatchObject({ typed: 'white van', from: null, area: null, sort: 'best' });
  expect(isNarrowed(sought)).toBe(false);
});

it('is the same when it was kept and shown in its form again', () => {
  const from = { day: '1', month: '1', year: '2016' };
  const sought = searchForm.parse({
    query: 'van',
    from,
    area: 'BE',
    standing: 'open',
    kind: 'report',
    sort: 'newest',
  });
  expect(isNarrowed(sought)).toBe(true);
  expect(keptSought.parse(JSON.parse(JSON.stringify(sought)))).toEqual(sought);
  expect(searchValues(sought)).toMatchObject({
    query: 'van',
    'from-day': '1',
    area: 'BE',
    standing: 'open',
    sort: 'newest',
  });
});

it.each([
  [{ query: ' % ' }, 'Enter at least 3 letters or numbers'],
  [{ query: 'x'.repeat(201) }, 'Search must be 200 characters or less'],
  [
    { query: 'van', from: { day: '40', month: '1', year: '2016' } },
    'The day from which it was received must be a real date',
  ],
])('refuses %j', (posted, message) => {
  expect(searchForm.safeParse(posted).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
