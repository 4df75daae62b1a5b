import { describe, expect, it } from 'vitest';

import { isOutcome, outcomeCodes, outcomes, partnerStatus } from './outcomes.ts';
import { statuses } from './statuses.ts';

describe('outcomes', () => {
  it('are the seven that a partner may be told', () => {
    expect(outcomeCodes.map((code) => outcomes[code].label)).toEqual([
      'Used',
      'Crime recorded',
      'Safeguarding action',
      'Passed to another force or agency',
      'Not enough to act on',
      'No further use',
      'Duplicate',
    ]);
  });

  it.each(outcomeCodes)('tells nothing operational: %s', (code) => {
    expect(outcomes[code].template).not.toMatch(
      /arrest|warrant|raid|surveillance|suspect|officer|investigat|grade/i,
    );
    expect(outcomes[code].template).toMatch(/^Thank you\. The information you sent has been assessed/);
  });

  it.each(outcomeCodes)('asks nobody to go and find out more: %s', (code) => {
    const asking = /\b(find out|look for|ask them|watch|follow|photograph)\b/i;
    expect(outcomes[code].template.replace('do not try to find out more', '')).not.toMatch(asking);
  });

  it('knows its codes and nothing else', () => {
    expect(outcomeCodes.every(isOutcome)).toBe(true);
    for (const other of ['', 'toString', 'Used', null, undefined, 1, {}])
      expect(isOutcome(other)).toBe(false);
  });
});

describe('what the partner sees of a status', () => {
  const held = { held: true };

  it('is one of five neutral words', () => {
    expect(new Set(statuses.map((status) => partnerStatus(status, held)))).toEqual(
      new Set(['received', 'being_reviewed', 'more_needed', 'closed', 'withdrawn']),
    );
  });

  it('does not show what police decided inside', () => {
    expect(partnerStatus('accepted', held)).toBe(partnerStatus('in_assessment', held));
    expect(partnerStatus('disseminated', held)).toBe(partnerStatus('in_assessment', held));
    expect(partnerStatus('rejected', held)).toBe(partnerStatus('closed', held));
  });

  it('is a review only while somebody has it', () => {
    for (const status of ['in_assessment', 'accepted', 'disseminated'] as const)
      expect(partnerStatus(status, { held: false })).toBe('received');
    expect(partnerStatus('clarification', { held: false })).toBe('more_needed');
  });
});
