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

  it.each([
    ['O’Brien', "O'Brien OBRIEN O-Brien O Brien O\u200bBrien O\u00adBrien O´Brien Ｏ’Ｂｒｉｅｎ"],
    ["O'Brien", 'O’Brien Ó Brien O\u2011Brien'],
    ['Łukasz Straße', 'lukasz strasse Lukasz\u00a0Strasse'],
    ['Lukasz Strasse', 'ŁUKASZ STRAßE Łukasz — Straße'],
    ['safe house', 'safehouse safe-house safe\u2013house safe \n house safe, house'],
    ['café', 'CAFE cafe\u0301 c.a.f.e'],
    ['12,000', '12000 12 000 12.000'],
    ['oﬃce', 'office'],
    ['S.T.O.P.', 'stop S T O P'],
  ])('shows “%s” in no way in which it is typed', (words, typed) => {
    const shown = withoutWithheld(typed, [{ words, exemption: 'law_enforcement' }]);
    expect(shown.replaceAll('[REDACTED, s.31]', '').trim()).toBe('');
  });

  it('shows other words, and all that stands around', () => {
    expect(withoutWithheld('«Brien» (O’Brien’s) oBri en the north', [{ ...secret, words: 'O’Brien' }])).toBe(
      '«Brien» ([REDACTED, s.31]’s) oBri en the north',
    );
    expect(withoutWithheld('the north then', [{ ...secret, words: 'then' }])).toBe(
      'the north [REDACTED, s.31]',
    );
    expect(withoutWithheld('…', [{ ...secret, words: '…' }])).toBe('…');
  });

  it('shows words that overlap as one place, with each exemption', () => {
    expect(withoutWithheld('By Operation Example (House).', [secret, house])).toBe(
      'By [REDACTED, s.31, s.40]).',
    );
  });

  it('reads words as words and not as a pattern', () => {
    expect(withoutWithheld('Example Nouse', [house])).toBe('Example Nouse');
  });

  it('counts its own places and those of the source', () => {
    expect(placesWithheld('[REDACTED] of which [REDACTED, s.31] were')).toBe(2);
  });
});
