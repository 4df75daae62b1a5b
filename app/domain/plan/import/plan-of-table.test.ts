import { describe, expect, it } from 'vitest';
import { planOfTable } from './plan-of-table.ts';
import { readTable } from './read-table.ts';

const head = 'line,item,under,number,text,more';
const plan = 'plan,,,,Plan 2016-17,2016-04-01 to 2017-03-31';
const read = (...lines: string[]) => planOfTable([head, ...lines].join('\r\n'), [], ['NS']);
const faults = (...lines: string[]) =>
  read(...lines).faults.map(({ line, column, message }) => [line, column, message]);

describe('a table', () => {
  it('is read as spreadsheets write it, with what keeps a cell from being calculated taken away', () => {
    expect(readTable('\ufeff"a ""b""",c\r\n"two\nlines","\'=1+1"\r\n\r\n')).toEqual([
      { line: 1, cells: ['a "b"', 'c'] },
      { line: 2, cells: ['two\nlines', '=1+1'] },
    ]);
    expect(readTable('a;b\n1;2')?.[1]?.cells).toEqual(['1', '2']);
    expect(readTable('"never closed')).toBeNull();
  });
});

describe('a plan in a table', () => {
  it('has items, what belongs to them and abbreviations, and leaves out what belongs to its year', () => {
    const { items, glossary, leftOut, ...found } = read(
      plan,
      'theme,Prepare,,Prepare,Prepare,',
      'action,Prepare 1,Prepare,1,Engage,We will:',
      'step,Prepare 1,,,Meet (NS).,',
      'responsible,Prepare 1,,,MDS Bronze,',
      'link,Prepare 1,,,NS,',
      'measure,Prepare 1,,,submissions linked by hand,',
      'evidence,Prepare 1,,,Done,',
      'abbreviation,,,NS,National Strategy,',
    );
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({ title: 'Plan 2016-17', firstDay: '2016-04-01', lastDay: '2017-03-31' });
    expect(items[1]).toMatchObject({
      code: 'Prepare 1',
      parentId: items[0]?.id,
      attributes: { howIntro: 'We will:', measure: 'by_hand' },
      steps: [{ text: 'Meet (NS).', strategy: 'NS' }],
      responsibleRoles: ['MDS Bronze'],
      links: [{ label: 'NS', target: null }],
    });
    expect([glossary, leftOut]).toEqual([{ NS: 'National Strategy' }, { evidence: 1 }]);
  });

  it('says of each fault its line, its column and what to do', () => {
    expect(
      faults(
        'plan,,,,,from April',
        'theme,Prepare,,Prepare,,',
        'action,Prepare 2,Prepare,1,Engage,',
        'action,Pursue 1,Pursue,1,Engage,',
        'step,Prepare 9,,,Meet,',
        'link,Prepare 1,,,PCC 9.9,',
        'milestone,,,,,',
        'measure,Prepare,,,Evidence only,',
      ),
    ).toEqual([
      [2, 'text', 'Enter the title of the plan'],
      [2, 'more', 'Enter the period as two days, like 2016-04-01 to 2017-03-31'],
      [4, 'item', 'Enter Prepare 1: so it is called by its number and what it stands under'],
      [5, 'under', 'Enter the theme that it stands under, which has a line above'],
      [8, 'line', expect.stringMatching(/^“milestone” is nothing that a plan has/)],
      [6, 'item', 'Enter the action that this belongs to, as it is called on its own line'],
      [7, 'text', '“PCC 9.9” is no item of this table. Enter NS, the number of an item'],
      [9, 'item', 'Enter the activity or action that this measures, as on its own line'],
    ]);
    expect(faults(plan, 'theme,A,,A,,', 'action,A 1,A,1,Do,', 'measure,A 1,,,Arrests,')).toEqual([
      [5, 'text', expect.stringMatching(/^“Arrests” is no measure. Enter Submissions linked to it, /)],
    ]);
    expect(faults('aim,PCC 1,,1,,')).toEqual([[2, 'text', 'Enter the aim']]);
    expect(planOfTable('a,b\n1,2', [], []).faults).toEqual([
      { line: null, column: '', message: 'The first line must name the columns. Missing: line, item, text' },
    ]);
  });
});
