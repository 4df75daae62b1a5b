import { describe, expect, it } from 'vitest';
import { awaitsAfterRecall, isMeans, isOutsideKind, isOutsideStep, recipientName } from './recipients.ts';

describe('a recipient', () => {
  const nobody = { queue: null, recipientBody: null, recipientPost: null };

  it('is named by its queue, as the MDS lead, or by body and post', () => {
    expect(recipientName({ ...nobody, recipientKind: 'queue', queue: { name: 'Coventry SPOC' } })).toBe(
      'Coventry SPOC',
    );
    expect(recipientName({ ...nobody, recipientKind: 'mds_lead' })).toBe('MDS lead');
    const outside = { recipientKind: 'other_force', recipientBody: 'Fells', recipientPost: 'Duty desk' };
    expect(recipientName({ ...nobody, ...outside })).toBe('Fells, Duty desk');
  });

  it.each([
    ['rocu', 'passing', null],
    ['rocu', 'acknowledgement', 'telling'],
    ['other_force', null, 'telling'],
    ['queue', 'acknowledgement', null],
    ['mds_lead', 'acknowledgement', null],
  ] as const)('%s, waiting for %s, waits after a recall for %s', (kind, awaits, after) => {
    expect(awaitsAfterRecall(kind, awaits)).toBe(after);
  });

  it('is not what an object has by itself', () => {
    for (const is of [isMeans, isOutsideKind, isOutsideStep]) expect(is('constructor')).toBe(false);
  });
});
