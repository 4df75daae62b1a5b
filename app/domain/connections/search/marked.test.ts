import { describe, expect, it } from 'vitest';
import { MARK_END, MARK_START, piecesOf, quoteOf } from './marked.ts';

it('tells what was found from what stands around it, and leaves HTML the text that it is', () => {
  expect(piecesOf(`<b>a</b> ${MARK_START}van${MARK_END} again ${MARK_START}no end`)).toEqual([
    { text: '<b>a</b> ', found: false },
    { text: 'van', found: true },
    { text: ' again ', found: false },
    { text: 'no end', found: true },
  ]);
});

describe('a quote', () => {
  const mark = (text: string) => text.replace(/\*(\w+)\*/g, `${MARK_START}$1${MARK_END}`);
  const quoted = (text: string) => quoteOf(mark(text)).replaceAll(MARK_START, '*').replaceAll(MARK_END, '*');

  it('begins where a sentence begins, and goes on to the next that has a word or follows', () => {
    expect(quoted('It was dark. A *van* came. It left. Then the *van* came back. Nobody spoke.')).toBe(
      'A *van* came. … Then the *van* came back.',
    );
    expect(quoted('It was dark. A *van* came. It left.')).toBe('A *van* came. It left.');
    expect(quoted('A heading\nThe *van*')).toBe('The *van*');
    expect(quoted('Nothing of it.')).toBe('Nothing of it.');
  });

  it('says where it leaves out words of a long sentence', () => {
    const long = (before: number, after: number) =>
      quoted(`${'before '.repeat(before)}*van*${' after'.repeat(after)}`);
    expect(long(30, 30)).toBe(`… ${'before '.repeat(8)}*van*${' after'.repeat(15)} …`);
    expect(long(2, 30)).toBe(`before before *van*${' after'.repeat(21)} …`);
    expect(long(40, 1)).toBe(`… ${'before '.repeat(22)}*van* after`);
  });
});
