import { describe, expect, it } from 'vitest';
import { pageItems } from './page-items.ts';

const shown = (current: number, total: number) =>
  pageItems(current, total, (page) => `?page=${page}`)
    .map((item) => ('ellipsis' in item ? '…' : item.current ? `[${item.number}]` : String(item.number)))
    .join(' ');

describe('the page numbers worth showing', () => {
  it('shows all of a few pages', () => expect(shown(2, 3)).toBe('1 [2] 3'));
  it('leaves gaps around the current page', () => expect(shown(10, 40)).toBe('1 … 9 [10] 11 … 40'));
  it('leaves no gap where no page is missing', () => expect(shown(3, 5)).toBe('1 2 [3] 4 5'));
  it('takes a page past the end as the last', () => expect(shown(99, 4)).toBe('1 … 3 [4]'));
  it('takes a page before the start as the first', () => expect(shown(0, 4)).toBe('[1] 2 … 4'));
  it('shows nothing of an empty list', () => expect(shown(1, 0)).toBe(''));
  it('links each page', () => {
    expect(pageItems(1, 2, (page) => `/queue?page=${page}`)[1]).toMatchObject({ href: '/queue?page=2' });
  });
});
