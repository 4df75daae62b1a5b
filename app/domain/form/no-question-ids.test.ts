import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listFacts, yesOrNoFacts } from '#app/domain/routing/condition.ts';
import { queueKinds } from '#app/domain/kernel/statuses.ts';
import { planItems } from '#app/domain/plan/plan-pack-items.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { questionsOf } from './definition.ts';
import { meaningNames } from './meanings.ts';

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('generated'))
  .map((name) => ({ name, code: readFileSync(`app/${name}`, 'utf8') }));

const packs = await Promise.all(
  ['prisma/packs/west-midlands-2015', 'tests/packs/second-force'].map((folder) => readForcePack(folder)),
);

/** Names of facts in rules: some force's form may call its question the same. */
const facts: readonly string[] = [...yesOrNoFacts, ...listFacts, 'sourceCouldBeGuessed'];
/** Words of their own, that nothing but a question is called by; the address of an organisation's page is one too. */
const ids = [
  ...new Set(
    packs.flatMap(({ forms }) =>
      forms.flatMap(({ definition }) => questionsOf(definition)).map(({ id }) => id),
    ),
  ),
].filter((id) => /[A-Z]/.test(id) && !facts.includes(id) && id !== 'organisationAddress');

const codes = packs
  .flatMap(({ areas, queues, plan }) => [...areas, ...queues, ...planItems(plan)].map(({ code }) => code))
  .filter((code) => !(queueKinds as readonly string[]).includes(code));

/** Code without its comments, and without the names of meanings, which end like the ids of our own form. */
function bare(code: string): string {
  const without = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return meaningNames.reduce((text, meaning) => text.replaceAll(`'${meaning}'`, ''), without);
}

describe('the portal knows questions by what they mean', () => {
  test('and no question of a pack by its id', () => {
    const word = new RegExp(String.raw`\b(${ids.join('|')})\b`, 'g');
    const found = sources.flatMap(({ name, code }) =>
      [...bare(code).matchAll(word)].map(([id]) => `${name}: ${id}`),
    );
    expect(found).toEqual([]);
  });

  test('and no area, queue or item of the plan by its code', () => {
    const found = sources.flatMap(({ name, code }) =>
      [...bare(code).matchAll(/'([^'\n]+)'|"([^"\n]+)"/g)]
        .map(([, one, other]) => one ?? other ?? '')
        .filter((literal) => codes.includes(literal))
        .map((literal) => `${name}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  test('and no answer by an id that is written down', () => {
    const byId = /\b(textAnswer|choices|answerOf|numberAnswer|itemsOf)\(\w+, '|answers\s*->>?\s*'/;
    expect(sources.filter(({ code }) => byId.test(bare(code))).map(({ name }) => name)).toEqual([]);
  });
});
