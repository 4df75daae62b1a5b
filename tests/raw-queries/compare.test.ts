import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { compareRawQueries } from './compare.ts';
import type { Column } from './note.ts';

const folder = mkdtempSync(join(tmpdir(), 'raw-queries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'asks.ts');
writeFileSync(
  file,
  `type Row = { id: string; state: 'open' | 'done'; count: number; at: Date | null; tags: string[] };
   declare const tx: { $queryRaw: <Rows>(text: TemplateStringsArray) => Rows };
   export const rows = tx.$queryRaw<Row[]>\`SELECT …\`;
   export const lock = tx.$queryRaw\`SELECT 1 FROM task FOR UPDATE\`;`,
);
const code = ts.createProgram([file], {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  noEmit: true,
  types: [],
});

const column = (name: string, type: string, rest: Partial<Column> = {}): Column => ({
  name,
  type,
  labels: [],
  nullable: false,
  wasNull: false,
  ...rest,
});
const state = column('state', 'task_state', { labels: ['open', 'done'] });
const right = [
  column('id', 'uuid'),
  state,
  column('count', 'int4'),
  column('at', 'timestamptz', { nullable: true }),
  column('tags', '_text'),
];

/** What is found where the database answers with these columns in place of the right ones. */
function found(...columns: Column[]): string[] {
  const answered = right.map((one) => columns.find(({ name }) => name === one.name) ?? one);
  return compareRawQueries(code, [{ file, line: 3, columns: answered }]).map((line) =>
    line.replace(/^\S+ /, ''),
  );
}

describe('a raw query', () => {
  it('is as the database says, and one that only locks says nothing', () => {
    expect(found()).toEqual([]);
  });

  it('is found where a column has another name', () => {
    const renamed = right.map((one) => (one.name === 'id' ? { ...one, name: 'ident' } : one));
    expect(compareRawQueries(code, [{ file, line: 3, columns: renamed }])).toEqual([
      expect.stringMatching(/asks\.ts:3 does not say that there is ident$/),
      expect.stringMatching(/asks\.ts:3 says that there is id$/),
    ]);
  });

  it.each([
    [
      'may be NULL in its table',
      column('id', 'uuid', { nullable: true }),
      'id is string, and it may be NULL',
    ],
    ['was NULL in a test', column('count', 'int4', { wasNull: true }), 'count is number, and it may be NULL'],
    ['is too large for a number', column('count', 'int8'), 'count is number, and it is int8'],
    ['is another type', column('at', 'text'), 'at is Date | null, and it is text'],
    ['is no list', column('tags', 'text'), 'tags is string[], and it is text'],
    ['is a list of others', column('tags', '_int4'), 'tags is string[], and it is _int4'],
    [
      'is a list that has more values',
      { ...state, labels: ['open', 'done', 'cancelled'] },
      'state is "open" | "done", and it is task_state open done cancelled',
    ],
  ])('is found where a column %s', (_, answered, words) => {
    expect(found(answered)).toEqual([`says that ${words}`]);
  });

  it('is found where no test asks it', () => {
    expect(compareRawQueries(code, [])).toEqual([expect.stringMatching(/asks\.ts:3 no test asks this$/)]);
  });
});
