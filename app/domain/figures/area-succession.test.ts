import { describe, expect, it } from 'vitest';
import { areaChangesOf, singleSuccessors, splitAreas } from './area-succession.ts';
import { noArea } from '../kernel/report-labels.ts';

describe('areaChangesOf', () => {
  it('leaves out areas that kept all their sectors', () => {
    expect(areaChangesOf([{ old: 'BE', now: 'BE' }])).toEqual([]);
  });

  it('tells one successor from several, and nobody’s sectors from both', () => {
    const changes = areaChangesOf([
      { old: 'BE', now: 'BE' },
      { old: 'DUD', now: 'XA' },
      { old: 'SAN', now: 'XA' },
      { old: 'SAN', now: null },
      { old: 'WAL', now: 'XB' },
      { old: 'WAL', now: 'XA' },
      { old: 'SOL', now: null },
      { old: 'COV', now: noArea },
    ]);
    expect(changes).toEqual([
      { code: 'DUD', to: ['XA'] },
      { code: 'SAN', to: ['XA'] },
      { code: 'WAL', to: ['XA', 'XB'] },
      { code: 'SOL', to: [] },
      { code: 'COV', to: [noArea] },
    ]);
    expect(splitAreas(changes)).toEqual(['WAL', 'SOL']);
    expect([...singleSuccessors(changes)]).toEqual([
      ['DUD', 'XA'],
      ['SAN', 'XA'],
      ['COV', noArea],
    ]);
  });

  it('counts an area that lives on and gave part of itself away as divided', () => {
    expect(
      areaChangesOf([
        { old: 'BE', now: 'BE' },
        { old: 'BE', now: 'SOL' },
      ]),
    ).toEqual([{ code: 'BE', to: ['BE', 'SOL'] }]);
  });
});
