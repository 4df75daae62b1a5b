import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const guide = readFileSync('docs/operations/README.md', 'utf8');

// What the lines do is tried by npm run guide.
it('the operations guide names commands that there are, with as many words as they take', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const named = [...guide.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const known = readFileSync('app/admin.ts', 'utf8');
  const asked = [...guide.matchAll(/npm run admin -- ([a-z-]+)/g)].map(([, name = '']) => name);
  expect(asked.filter((name) => !known.includes(`\n  ${name} `) && !known.includes(`\n  ${name}  `))).toEqual(
    [],
  );
});
