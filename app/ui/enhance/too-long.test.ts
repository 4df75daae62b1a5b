import { describe, expect, it } from 'vitest';
import { lettersOver, postedBytes } from './too-long.ts';

describe('the size of a posted form', () => {
  it.each([
    ['a few words', [['text', 'a b']], 'text=a+b'],
    [
      'two fields',
      [
        ['one', '1'],
        ['two', '2'],
      ],
      'one=1&two=2',
    ],
    ['another script', [['name', 'ሀ']], 'name=%E1%88%80'],
    ['line breaks of any kind', [['text', 'a\nb\r\nc\rd']], 'text=a%0D%0Ab%0D%0Ac%0D%0Ad'],
  ] as [string, [string, string][], string][])('is what a browser sends: %s', (_, pairs, body) => {
    expect(postedBytes(pairs)).toBe(body.length);
  });

  it('leaves files out', () => {
    expect(postedBytes([['file', new File(['x'], 'x.txt')]])).toBe(0);
  });
});

describe('letters too many', () => {
  it('are counted by what a letter of the text costs', () => {
    expect(lettersOver('a'.repeat(1000), 100)).toBe(100);
    expect(lettersOver('ሀ'.repeat(1000), 900)).toBe(100);
  });

  it('are at least one, even of no text', () => {
    expect(lettersOver('a'.repeat(1000), 1)).toBe(1);
    expect(lettersOver('', 1)).toBe(1);
  });
});
