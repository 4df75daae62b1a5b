import { describe, expect, it } from 'vitest';
import { said } from '#app/domain/form/said.ts';
import { version3 } from '#tests/factories/published-forms.ts';
import { isAgainstLimits, sharingLimits } from './sharing-limits.ts';

describe('the limits that a partner set', () => {
  it.each([
    ['police only', { shareWith: 'police_only' }, true],
    ['named agencies', { shareWith: 'named_agencies', shareAgencies: 'The labour inspectors' }, true],
    ['to be called first', { shareWith: 'no_limit', ringBeforeActing: 'yes' }, true],
    ['none', { shareWith: 'no_limit', ringBeforeActing: 'no' }, false],
    ['nothing that is known', { shareWith: 7, ringBeforeActing: null }, false],
  ])('%s', (_, answers, limited) => {
    const limits = sharingLimits(said(version3, answers));
    expect(isAgainstLimits('P', limits)).toBe(limited);
    // With conditions the officer says how it may be shared.
    expect(isAgainstLimits('C', limits)).toBe(false);
  });

  it('name agencies only where the partner chose to', () => {
    const shareAgencies = 'The labour inspectors and nobody else';
    expect(sharingLimits(said(version3, { shareWith: 'named_agencies', shareAgencies })).agencies).toBe(
      shareAgencies,
    );
    expect(sharingLimits(said(version3, { shareWith: 'no_limit', shareAgencies })).agencies).toBeNull();
  });
});
