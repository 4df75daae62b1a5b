import { ESLint, Linter } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

/** What the rule of this name says about a line of code that stood in a file. */
async function complaints(rule: string, file: string, code: string): Promise<string[]> {
  const { rules = {} } = (await eslint.calculateConfigForFile(file)) as Linter.Config;
  const own = rules[rule];
  if (own === undefined) return [];
  return new Linter().verify(code, { rules: { [rule]: own } }).map(({ message }) => message);
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
    expect(await complaints('no-restricted-syntax', file, code)).toContain(
      'Only readPairs and withUpload in app/http read a body.',
    );
  expect(await complaints('no-restricted-syntax', 'app/http/forms/read-form.ts', code)).toEqual([]);
});

it.each(['answer.text()', 'file.slice().arrayBuffer()', 'request.url', 'const { headers } = request'])(
  '%s reads none',
  async (code) => {
    expect(await complaints('no-restricted-syntax', 'app/routes/new-page.tsx', code)).toEqual([]);
  },
);

it('a role is asked for by the name of a permission, outside the kernel', async () => {
  const refused = 'Ask for a permission (app/domain/kernel/permissions.ts), not for a role.';
  for (const file of ['app/routes/new-page.tsx', 'app/domain/triage/new-rule.ts', 'app/http/server/new.ts']) {
    expect(await complaints('no-restricted-syntax', file, "has(actor, 'fib_officer')")).toEqual([refused]);
    expect(await complaints('no-restricted-syntax', file, "may(actor, 'triage.work')")).toEqual([]);
  }
  const kernel = 'app/domain/kernel/permissions.ts';
  expect(await complaints('no-restricted-syntax', kernel, "has(actor, 'fib_officer')")).toEqual([]);
});
