import { describe, expect, it } from 'vitest';
import { settingsOf } from '#app/domain/admin/pack-schema.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import type { Rulebook } from '#app/domain/desks/products/procedure.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
import { actions } from '#app/domain/submission/actions.ts';
import { procedureProduct } from './procedure.ts';

const pack = await readForcePack('prisma/packs/west-midlands-2015');
const book: Rulebook = { force: settingsOf(pack), rules: pack.routing };
const [first, ...others] = book.rules.rules;

const rowsOf = (now: Rulebook, before: Rulebook | null): Map<string, string> => {
  const { blocks } = procedureProduct({
    at: new Date('2016-01-18T09:00:00Z'),
    now,
    before,
    since: before && '2016-01-04',
    changeDays: [],
    names: { areas: {}, languages: {}, nationalities: {} },
  });
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'summary' ? block.rows.map(({ key, value }) => [key, value.join('\n')] as const) : [],
    ),
  );
};
const marks = (now: Rulebook, before: Rulebook) =>
  [...rowsOf(now, before)].filter(([key]) => /^(New|Changed|Gone): /.test(key));

describe('the written procedure', () => {
  it('has every clock, rule, step and recipient by which the portal works', () => {
    const rows = rowsOf(book, null);
    expect(rows.get('High')).toContain('First seen: 1 hour, day and night');
    for (const rule of book.rules.rules) expect(rows.has(ruleName(rule)), rule.code).toBe(true);
    for (const { label } of Object.values(actions)) expect(rows.get(label), label).toMatch(/^By /);
    for (const { name } of book.force.recipients) expect(rows.has(name), name).toBe(true);
    expect([...rows.values()].join()).not.toMatch(/undefined|_/);
  });

  it('marks what is new, changed and gone, and nothing that stayed', () => {
    expect(marks(book, book)).toEqual([]);
    const { high } = book.force.clocks;
    const faster = { ...high, first_seen: { minutes: 30, basis: 'wall' as const } };
    const now: Rulebook = {
      force: { ...book.force, clocks: { ...book.force.clocks, high: faster } },
      rules: { ...book.rules, rules: others },
    };
    const changed = new Map(marks(now, book));
    expect(changed.get('Changed: High')).toMatch(/First seen: 30 minutes[^]*Before: First seen: 1 hour/);
    expect(changed.has(`Gone: ${first ? ruleName(first) : ''}`)).toBe(true);
    expect(changed.size).toBe(2);
    expect(marks(book, now).map(([key]) => key)).toContain(`New: ${first ? ruleName(first) : ''}`);
  });
});
