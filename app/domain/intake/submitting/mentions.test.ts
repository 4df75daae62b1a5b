import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';

const marksIn = (text: string) => mentionsIn(text).vehicles.map(({ normalised }) => normalised);
const phonesIn = (text: string) => mentionsIn(text).phones.map(({ normalised }) => normalised);

const postcodesIn = (text: string) => mentionsIn(text).postcodes.map(({ normalised }) => normalised);

describe('what a text gives to match', () => {
  it.each([
    ['The van came again, BX12 ABC.', ['BX12ABC']],
    ['bx12abc and BX12 ABC are one', ['BX12ABC']],
    ['only part of it: BX1? A?C', ['BX1?A?C']],
    ['an old one, K123 ABC, and an older one, ABC 123M', ['K123ABC', 'ABC123M']],
  ])('%s: marks', (text, marks) => {
    expect(marksIn(text)).toEqual(marks);
  });

  it.each([
    'off the M25 AND the A38 THE next day',
    'ten men at B12 8QX at 10am',
    'crime 20BE/12345X/16, reference AB3-CD4EF',
    'Who? When??',
    'they came on 12 May in 2016',
  ])('%s: no mark', (text) => {
    expect(marksIn(text)).toEqual([]);
  });

  it('finds telephone numbers, each once, and no dates or references', () => {
    expect(
      phonesIn('Call 07700 900654, +44 7700 900654 or 0121 496 0123 after 18/01/2016, ref 12345.'),
    ).toEqual(['+447700900654', '+441214960123']);
  });

  it.each([
    ['They moved to B12 8QX, or b128qx.', ['B12 8QX']],
    ['Near CV1 1AA and SW1A 1AA', ['CV1 1AA', 'SW1A 1AA']],
    ['off the M25 9am, the A38 5pm, the M6 3rd day', []],
    ['the van BX12 ABC, crime 20BE/12345X/16, reference AB3-CD4EF', []],
    ['somewhere in B12', []],
  ])('%s: postcodes', (text, postcodes) => {
    expect(postcodesIn(text)).toEqual(postcodes);
  });

  it('finds email and web addresses, without the stop of the sentence', () => {
    const { emails, websites } = mentionsIn(
      'Write to Boss@Example.com. See www.example.org/ads?id=7. Or not.at all',
    );
    expect(emails.map(({ normalised }) => normalised)).toEqual(['boss@example.com']);
    expect(websites.map(({ normalised }) => normalised)).toEqual(['example.org/ads?id=7']);
  });

  it('takes no more than twenty of a kind from one text', () => {
    const text = Array.from({ length: 40 }, (_, index) => `BX${String(index + 10)} ABC`).join(', ');
    expect(marksIn(text)).toHaveLength(20);
  });
});
