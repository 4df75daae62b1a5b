import { describe, expect, it } from 'vitest';
import { placesWithheld, withoutWithheld, type Withheld } from './withhold.ts';

const secret: Withheld = { words: 'Operation Example', exemption: 'law_enforcement' };
const house: Withheld = { words: 'Example (House)', exemption: 'personal_information' };

describe('an edition', () => {
  it('shows no words that are withheld, wherever they stand and however they are written', () => {
    expect(withoutWithheld('By Operation Example, OPERATION\u00a0\n EXAMPLE and others.', [secret])).toBe(
      'By [REDACTED, s.31], [REDACTED, s.31] and others.',
    );
    expect(withoutWithheld('Caf\u0065\u0301 in Walsall', [{ ...secret, words: 'Caf\u00e9' }])).toBe(
      '[REDACTED, s.31] in Walsall',
    );
  });

  it('shows words that overlap as one place, with each exemption', () => {
    expect(withoutWithheld('By Operation Example (House).', [secret, house])).toBe(
      'By [REDACTED, s.31, s.40].',
    );
  });

  it('reads words as words and not as a pattern', () => {
    expect(withoutWithheld('Example Nouse', [house])).toBe('Example Nouse');
  });

  it('counts its own places and those of the source', () => {
    expect(placesWithheld('[REDACTED] of which [REDACTED, s.31] were')).toBe(2);
  });
});
