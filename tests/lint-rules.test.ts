import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

/** What eslint.config.js says about code that stood in a file. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result?.messages.map(({ message }) => message) ?? [];
}

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

it.each(readers)('%s reads a body, which only app/http may', async (code) => {
  for (const file of ['app/routes/new-page.tsx', 'app/domain/triage/new-rule.ts', 'app/platform/new.ts'])
    expect(await complaints(file, code)).toContain('Only readPairs and withUpload in app/http read a body.');
  expect(await complaints('app/http/forms/read-form.ts', code)).toEqual([]);
});

it.each(['answer.text()', 'file.slice().arrayBuffer()', 'request.url', 'const { headers } = request'])(
  '%s reads none',
  async (code) => {
    expect(await complaints('app/routes/new-page.tsx', code)).toEqual([]);
  },
);

it('a role is asked for by the name of a permission, outside the kernel', async () => {
  const refused = 'Ask for a permission (app/domain/kernel/permissions.ts), not for a role.';
  for (const file of ['app/routes/new-page.tsx', 'app/domain/triage/new-rule.ts', 'app/http/server/new.ts']) {
    expect(await complaints(file, "has(actor, 'fib_officer')")).toEqual([refused]);
    expect(await complaints(file, "may(actor, 'triage.work')")).toEqual([]);
  }
  expect(await complaints('app/domain/kernel/permissions.ts', "has(actor, 'fib_officer')")).toEqual([]);
});

it.each([
  ['app/domain/kernel/new.ts', '#app/domain/audit/events.ts'],
  ['app/domain/people/duty/new.ts', '../../form/meanings.ts'],
  ['app/domain/triage/items/new.tsx', '#app/domain/desks/open-item.server.ts'],
])('%s may not import %s, of a later area', async (file, from) => {
  expect(await complaints(file, `import '${from}';`)).toEqual([
    expect.stringMatching(/The area "\w+" stands before that one/),
  ]);
});

it.each([
  ['app/platform/new.ts', '#app/domain/form/meanings.ts'],
  ['app/domain/form/new.ts', '#app/http/link.ts'],
  ['app/domain/form/new.ts', '#prisma/packs/west-midlands-2015/pack.json'],
  ['app/http/new.ts', '../routes/search.tsx'],
  ['app/ui/new.tsx', '#app/platform/clock.ts'],
  ['app/ui/new.tsx', '#app/http/list-address.ts'],
  ['emails/new.ts', '#app/platform/clock.ts'],
])('%s may not import %s, of a layer above or hidden below', async (file, from) => {
  expect(await complaints(file, `import '${from}';`)).toHaveLength(1);
});

it.each([
  ['app/domain/desks/new.ts', '#app/domain/kernel/actor.ts'],
  ['app/domain/kernel/new.test.ts', '#app/domain/desks/open-item.server.ts'],
  ['app/ui/new.tsx', '#app/http/link.ts'],
  ['app/routes/new.tsx', '#app/domain/desks/open-item.server.ts'],
])('%s may import %s', async (file, from) => {
  expect(await complaints(file, `import '${from}';`)).toEqual([]);
});
