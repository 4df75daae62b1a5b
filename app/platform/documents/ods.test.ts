import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOds } from '#tests/factories/read-ods.ts';
import { odsOf } from './ods.ts';
import type { Workbook } from './workbook.ts';

const about = { creator: 'Example portal', at: new Date('2016-01-18T09:00:00Z') };
const workbookOf = (rows: Workbook['tables'][number]['rows']): Workbook => ({
  title: 'Reporting volumes',
  marking: 'OFFICIAL',
  about: [{ key: 'Received', value: 'April 2015' }],
  tables: [
    { name: 'Areas', title: 'By area', about: 'Each counts once.', columns: ['Area', 'Total'], rows },
    { name: 'Types', title: 'By type', about: 'Some count twice.', columns: ['Type', 'Total'], rows: [] },
  ],
});
const written = (rows: Workbook['tables'][number]['rows']) => readOds(odsOf(workbookOf(rows), about));

describe('a workbook as a spreadsheet', () => {
  it('has a cover, then a table to a sheet under its title, marking, what is counted, and heads that are heads', () => {
    const { parts, sheets, text } = written([
      ['Example North', 12],
      ['Example South', 0],
    ]);
    expect(parts[0]).toBe('mimetype');
    // By the first bytes, which are not packed, programmes know what it is.
    expect(Buffer.from(odsOf(workbookOf([]), about).subarray(30, 84)).toString()).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    expect(sheets.map(({ name }) => name)).toEqual(['About', 'Areas', 'Types']);
    expect(sheets[0]?.rows).toEqual([
      ['Reporting volumes'],
      ['Protective marking', 'OFFICIAL'],
      ['Received', 'April 2015'],
      ['Sheet', 'What is in it'],
      ['Areas', 'By area'],
      ['Types', 'By type'],
    ]);
    expect(sheets[1]).toEqual({
      name: 'Areas',
      heads: ['Area', 'Total'],
      rows: [
        ['By area'],
        ['OFFICIAL'],
        ['Each counts once.'],
        ['Area', 'Total'],
        ['Example North', 12],
        ['Example South', 0],
      ],
    });
    expect(text('content.xml')).toContain(`table:target-range-address="'Areas'.A4:'Areas'.B6"`);
    expect(text('styles.xml').match(/OFFICIAL/g)).toHaveLength(2);
  });

  it('calculates nothing, runs nothing and leads nowhere, whatever a cell begins with', () => {
    const names = ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', 'of:=1', 'http://evil.example', '<b>&"\''];
    const { sheets, text, parts } = written(names.map((name) => [name, 1]));
    expect(sheets[1]?.rows.slice(4).map(([name]) => name)).toEqual(names);
    expect(text('content.xml')).not.toMatch(/table:formula|xlink|script|office:event/);
    expect(parts.sort()).toEqual([
      'META-INF/manifest.xml',
      'content.xml',
      'meta.xml',
      'mimetype',
      'styles.xml',
    ]);
  });

  it('loses nothing that XML can hold, and breaks by nothing that it cannot', () => {
    // Any units of a string, halves of characters too.
    const name = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes));
    const typed = fc.array(name, { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(typed, (names) => {
        const held = names.map((name) =>
          name.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
        );
        const [, sheet] = written(names.map((name, index) => [name, index])).sheets;
        const rows = sheet?.rows.slice(4) ?? [];
        expect(rows.map(([, count]) => count)).toEqual(names.map((_, index) => index));
        // Who reads XML reads each end of a line as one line feed.
        const line = (text: unknown) => String(text).replaceAll('\r', '');
        expect(rows.map(([name]) => line(name))).toEqual(held.map(line));
      }),
      { numRuns: 5 },
    );
  });

  it('is the same bytes at the same time', () => {
    expect(Buffer.compare(odsOf(workbookOf([]), about), odsOf(workbookOf([]), about))).toBe(0);
  });
});
