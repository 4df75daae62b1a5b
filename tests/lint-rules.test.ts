import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

/** A project of planted lines, each in a file of its own beside the place that it is said to stand at. */
const project = mkdtempSync(join(tmpdir(), 'lint-rules-'));
afterAll(() => rmSync(project, { recursive: true }));

type Said = { diagnostics: { message: string; filename: string; code: string }[] };
type Line = { file: string; code: string; refused: RegExp | null };

const readers = [
  'request.formData()',
  'request.text()',
  'args.request.json()',
  'context.request.arrayBuffer()',
  'request.body.getReader()',
  'newRequest.blob()',
  'request.clone()',
  'const { body } = request',
  'const { text } = args.request',
  'const take = ({ request: { formData } }) => formData()',
  'incoming.formData()',
];
const places = ['app/routes/new-page.tsx', 'app/domain/triage/new-rule.ts', 'app/platform/new.ts'];
const readNothing = [
  'answer.text()',
  'file.slice().arrayBuffer()',
  'request.url',
  'const { headers } = request',
];

/** What each imports, from where, and whether the order of areas or of layers is why it may not. */
const imports: [string, string, RegExp | null][] = [
  ['app/domain/kernel/new.ts', '#app/domain/audit/events.ts', /The area "kernel" stands before/],
  ['app/domain/people/duty/new.ts', '../../form/meanings.ts', /The area "people" stands before/],
  ['app/domain/triage/items/new.tsx', '#app/domain/desks/open-item.server.ts', /The area "triage" stands/],
  ['app/platform/new.ts', '#app/domain/form/meanings.ts', /lowest layer/],
  ['app/domain/form/new.ts', '#app/http/link.ts', /no Request/],
  ['app/domain/form/new.ts', '#prisma/packs/west-midlands-2015/pack.json', /Packs hold data/],
  ['app/http/new.ts', '../routes/search.tsx', /below the routes/],
  ['app/ui/new.tsx', '#app/platform/clock.ts', /between/],
  ['app/ui/new.tsx', '#app/http/list-address.ts', /link\.ts alone/],
  ['emails/new.ts', '#app/platform/clock.ts', /no content/],
  ['app/domain/desks/new.ts', '#app/domain/kernel/actor.ts', null],
  ['app/domain/kernel/new.test.ts', '#app/domain/desks/open-item.server.ts', null],
  ['app/ui/new.tsx', '#app/http/link.ts', null],
  ['app/routes/new.tsx', '#app/domain/desks/open-item.server.ts', null],
];
const reads = /Only readPairs and withUpload in app\/http read a body/;
const role = /Ask for a permission/;
const lock = /FOR NO KEY UPDATE/;

const lines: Line[] = [
  ...readers.flatMap((code) => places.map((file) => ({ file, code, refused: reads }))),
  ...readers.map((code) => ({ file: 'app/http/forms/read-form.ts', code, refused: null })),
  ...readNothing.map((code) => ({ file: 'app/routes/new-page.tsx', code, refused: null })),
  ...[...places, 'app/http/server/new.ts'].flatMap((file) => [
    { file, code: "has(actor, 'fib_officer')", refused: role },
    { file, code: "may(actor, 'triage.work')", refused: null },
  ]),
  ...places.flatMap((file) => [
    { file, code: 'tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id} FOR UPDATE`', refused: lock },
    { file, code: 'tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id} FOR NO KEY UPDATE`', refused: null },
  ]),
  { file: 'app/domain/new.ts', code: "import { addDays } from 'date-fns';", refused: /its own file/ },
  { file: 'app/domain/new.ts', code: "import { addDays } from 'date-fns/addDays';", refused: null },
  { file: 'app/domain/retention/new.ts', code: '`SELECT id FROM session FOR UPDATE`', refused: null },
  { file: 'app/domain/kernel/permissions.ts', code: "has(actor, 'fib_officer')", refused: null },
  ...imports.flatMap(([file, from, refused]) => [
    { file, code: `import { one } from '${from}';`, refused },
    { file, code: `export * from '${from}';`, refused },
    { file, code: `await import('${from}');`, refused },
  ]),
];

/** What oxlint says of all lines by the rules of the project, by file. */
const said = lint();

it.each(lines.map((line, index) => ({ ...line, index })))('$code in $file', async ({ refused, index }) => {
  const messages = (await said).get(index) ?? [];
  expect([...new Set(messages)]).toEqual(refused ? [expect.stringMatching(refused)] : []);
});

async function lint(): Promise<Map<number, string[]>> {
  for (const [index, { file, code }] of lines.entries()) {
    const path = join(project, placeOf(file, index));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
  }
  writeFileSync(
    join(project, '.oxlintrc.json'),
    JSON.stringify({ extends: [resolve('.oxlintrc.json')], categories: { correctness: 'off' } }),
  );
  const output = await new Promise<string>((done) => {
    execFile(resolve('node_modules/.bin/oxlint'), ['--format=json'], { cwd: project }, (_, stdout) => {
      done(stdout);
    });
  });
  const found = new Map<number, string[]>();
  for (const { message, filename, code } of (JSON.parse(output) as Said).diagnostics) {
    if (!code.startsWith('portal')) continue;
    const index = Number(/line-(\d+)/.exec(filename)?.[1]);
    found.set(index, [...(found.get(index) ?? []), message]);
  }
  return found;
}

/** Where a line is written: each in a file of its own. */
function placeOf(file: string, index: number): string {
  return file.replace(/([^/]+?)((?:\.test)?\.tsx?)$/, `line-${index}$2`);
}
