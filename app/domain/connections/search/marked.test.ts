import { expect, it } from 'vitest';
import { MARK_END, MARK_START, piecesOf } from './marked.ts';

it('tells what was found from what stands around it, and leaves HTML the text that it is', () => {
  expect(piecesOf(`<b>a</b> ${MARK_START}van${MARK_END} again ${MARK_START}no end`)).toEqual([
    { text: '<b>a</b> ', found: false },
    { text: 'van', found: true },
    { text: ' again ', found: false },
    { text: 'no end', found: true },
  ]);
});
