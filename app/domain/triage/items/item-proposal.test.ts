import { describe, expect, it } from 'vitest';
import type { Said } from '#app/domain/form/said.ts';
import { proposeProvenance, proposeTitle } from './item-proposal.ts';

const said = (answers: object): Said => answers as Said;

describe('what is proposed for an item', () => {
  it('is called after the kind of exploitation, the first place and the first vehicle, and after no person', () => {
    const report = said({
      exploitation: ['labour'],
      person: [{ id: 'p', 'person.surname': 'Novak' }],
      place: [{ id: 'a', 'place.business': 'Example Wash', 'place.postcode': 'B11 1AA' }, { id: 'b' }],
      vehicle: [{ id: 'v', 'vehicle.mark': 'BX51 ABC' }],
    });
    expect(proposeTitle(report)).toBe('Labour or financial: Example Wash B11 1AA: BX51 ABC');
    expect(proposeTitle(said({}))).toBe('');
    expect(proposeTitle(said({ place: [{ id: 'a', 'place.address': 'x'.repeat(300) }] }))).toHaveLength(120);
  });

  it('says how the source knows and nothing of who it is', () => {
    const of = (kind: string) => proposeProvenance(said({ 'source.kind': kind, 'source.knowsHow': 'told' }));
    expect(of('victim')).toBe('Somebody else told the source.');
    expect(of('colleague')).toBe(of('victim'));
    expect(proposeProvenance(said({}))).toBe('');
  });
});
