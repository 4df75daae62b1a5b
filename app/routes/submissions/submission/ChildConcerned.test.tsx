import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Records } from '#app/domain/connections/records/records-of.server.ts';
import { ChildConcerned } from './ChildConcerned.tsx';

const said = (records: Partial<Records>) =>
  renderToStaticMarkup(
    <ChildConcerned
      records={{ standing: [], removed: [], given: [], items: [], ...records }}
      referralHref="/add"
    />,
  ).replace(/<[^>]*>/g, '');

const given = { question: 'record.safeguarding', text: 'Example council on Monday', ready: null } as const;
const now = {
  number: 1,
  reference: null,
  agency: 'Children’s services of the example council',
  datedOn: '2016-01-18',
  people: null,
  item: null,
  status: null,
  statusWords: null,
  note: null,
  givenByPartner: false,
  removed: null,
  by: 'Blair Example',
  at: new Date('2016-01-18T09:00:00Z'),
};
const link = (kind: 'safeguarding' | 'crime') => ({
  linkId: kind,
  kind,
  disseminationId: null,
  now,
  versions: [now],
});

describe('the safeguarding referral of a child', () => {
  it('is missed while none is recorded, and it is said where one goes', () => {
    const text = said({ standing: [link('crime')] });
    expect(text).toContain('no safeguarding referral is recorded');
    expect(text).toContain('children’s services of the council where the child lives');
    expect(text).toContain('record the referral');
  });

  it('is what the partner says of it until an officer has recorded it', () => {
    expect(said({ given: [{ ...given, kind: 'safeguarding' }] })).toContain('“Example council on Monday”');
    const text = said({ standing: [link('safeguarding')] });
    expect(text).toContain('made to Children’s services of the example council on 18 January 2016');
    expect(text).not.toContain('record');
  });
});
