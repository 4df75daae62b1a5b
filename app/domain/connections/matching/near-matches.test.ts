import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { nearMatches } from './near-matches.ts';
import type { Match } from './open-matches.server.ts';

const match = (reference: string, readable = true): Match => ({
  ...{ submissionId: newId<'Submission'>(), reference, strength: 'strong', submittedAt: new Date(0) },
  ...{ status: 'submitted', held: false, area: null, queue: 'FIB', readable, restricted: false },
  shared: [
    {
      ...{ thing: 'vehicle', own: 'KX51 ASA', other: 'KX51 ASB', strength: 'strong' },
      ...{ why: 'Same registration mark', entityId: null },
    },
  ],
});

describe('the matches beside the text', () => {
  it('are the strongest that the reader may open and nobody has linked, without what the other report says', () => {
    const linked = match('A');
    const others = [match('B', false), match('C'), match('D'), match('E'), match('F')];
    const shown = nearMatches([linked, ...others], [{ other: { id: linked.submissionId } }]);
    expect(shown.map(({ reference }) => reference)).toEqual(['C', 'D']);
    expect(shown[0]).toMatchObject({
      kind: 'same_vehicle',
      shared: [{ own: 'KX51 ASA', why: 'Same registration mark' }],
    });
    expect(JSON.stringify(shown)).not.toContain('KX51 ASB');
  });
});
