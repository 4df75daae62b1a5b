import { describe, expect, it } from 'vitest';
import type { ExportedSubmission } from '#app/domain/connections/exports/open-export.server.ts';
import { exportCsv } from './export-csv.ts';

const csvOf = (answers: object, supplements: object[] = []) =>
  exportCsv(
    { reference: 'EXAMPLE-1', answers: { form_version: 2, ...answers }, supplements } as ExportedSubmission,
    'MARKED',
  );
/** The cells of its lines after the first, without what stands on every line. */
const linesOf = (answers: object) =>
  csvOf(answers)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.replace('"MARKED","EXAMPLE-1","2",', ''));

describe('answers as CSV', () => {
  it('begins with a byte order mark and the names of its columns, and marks every line', () => {
    const text = csvOf({ danger: 'no' });
    expect(text).toBe(
      '\ufeff"marking","reference","form_version","entry","name","value"\r\n"MARKED","EXAMPLE-1","2","","danger","no"\r\n',
    );
  });

  it('has a line for each choice, one without a value for what was left blank, and entries by their name', () => {
    expect(
      linesOf({
        types: ['labour', 'other'],
        blank: null,
        none: [],
        people: [
          { entry: 'people-1', surname: 'Example', aliases: ['A', 'B'] },
          { entry: 'people-2', surname: null },
        ],
      }),
    ).toEqual([
      '"","types","labour"',
      '"","types","other"',
      '"","blank",""',
      '"people-1","surname","Example"',
      '"people-1","aliases","A"',
      '"people-1","aliases","B"',
      '"people-2","surname",""',
    ]);
  });

  it('has what was added after sending as entries of their own, with their time', () => {
    const addedAt = new Date('2016-01-18T09:00:00Z');
    const text = csvOf({ danger: 'no' }, [{ addedAt, text: '=1', knownHow: 'told', danger: 'soon' }]);
    expect(text.trimEnd().split('\r\n').slice(2)).toEqual([
      '"MARKED","EXAMPLE-1","2","added-1","added_at","2016-01-18T09:00:00.000Z"',
      `"MARKED","EXAMPLE-1","2","added-1","text","'=1"`,
      '"MARKED","EXAMPLE-1","2","added-1","known_how","told"',
      '"MARKED","EXAMPLE-1","2","added-1","danger","soon"',
    ]);
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['+cmd|calc', `"'+cmd|calc"`],
    ['-1+A1', `"'-1+A1"`],
    ['\t=1', `"'\t=1"`],
    ['+44 7700 900126', '"+44 7700 900126"'],
    ['-3', '"-3"'],
    ['two\nlines, "quoted"', '"two\nlines, ""quoted"""'],
  ])('lets no spreadsheet calculate %j', (value, cell) => {
    expect(linesOf({ text: value })).toEqual([`"","text",${cell}`]);
  });
});
