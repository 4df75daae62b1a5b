import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallest, suppress } from './suppression.ts';

const cells = (...counts: number[]) => counts.map((count, index) => ({ key: `k${index}`, count }));
const shown = (published: ReturnType<typeof suppress>) => published.cells.map(({ count }) => count);

describe('suppression', () => {
  it('hides cells below five, and another so that the one cannot be subtracted', () => {
    expect(shown(suppress(30, cells(3, 7, 20), true))).toEqual([null, null, 20]);
  });
  it('hides a cell whose complement is small', () => {
    expect(shown(suppress(30, cells(28, 30), false))).toEqual([null, 30]);
  });
  it('hides everything of a month with fewer than five', () => {
    expect(suppress(4, cells(4, 0), true)).toEqual({
      total: null,
      cells: [
        { key: 'k0', count: null },
        { key: 'k1', count: null },
      ],
    });
  });
  it('hides small cells that together are too few', () => {
    expect(shown(suppress(40, cells(1, 1, 8, 30), true))).toEqual([null, null, null, 30]);
  });

  const partition = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 14 });
  it('never publishes a number from one to four, nor lets one be worked out', () => {
    fc.assert(
      fc.property(partition, (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const published = suppress(total, cells(...counts), true);
        for (const { count } of published.cells)
          if (count !== null) expect(count).toBeGreaterThanOrEqual(smallest);
        const hidden = counts.filter((_, index) => published.cells[index]?.count === null);
        const missing = hidden.reduce((sum, count) => sum + count, 0);
        if (published.total !== null && missing > 0) {
          expect(missing).toBeGreaterThanOrEqual(smallest);
          expect(hidden.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
  it('gives no complement from one to four where cells overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (total, parts) => {
          const published = suppress(total, cells(...parts.map((part) => Math.round(part * total))), false);
          for (const { count } of published.cells) {
            if (count === null || published.total === null) continue;
            const complement = published.total - count;
            expect(complement === 0 || complement >= smallest).toBe(true);
          }
        },
      ),
    );
  });
});
