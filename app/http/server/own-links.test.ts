import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLinks } from './own-links.ts';

const portal = 'http://localhost:3000';
const linksOf = (text: string) => ownLinks(text, portal).flatMap(({ href }) => (href === null ? [] : [href]));

describe('links of captured mail', () => {
  it('lead into the portal by their path', () => {
    expect(ownLinks('Open http://localhost:3000/invitation/abc?x=1.\nBye', portal)).toEqual([
      { text: 'Open ', href: null },
      { text: 'http://localhost:3000/invitation/abc?x=1', href: '/invitation/abc?x=1' },
      { text: '.\nBye', href: null },
    ]);
  });
  it.each([
    'http://localhost:3001/a',
    'https://localhost:3000/a',
    'http://localhost:3000.evil.example/a',
    'http://localhost:3000@evil.example/a',
    'http://evil@localhost:3000/a',
    'http://evil.example/http://localhost:3000/a',
    'javascript:alert(1)',
    '//localhost:3000/a',
    'http://',
  ])('never lead elsewhere: %s', (text) => {
    expect(linksOf(text)).toEqual([]);
  });
  it('keep every character of the text', () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.constantFrom(`${portal}/a`, ' ', '.', 'http://other.example/b')),
    );
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        return (
          ownLinks(text, portal)
            .map((part) => part.text)
            .join('') === text
        );
      }),
    );
  });
});
