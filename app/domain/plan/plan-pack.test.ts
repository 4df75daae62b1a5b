import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planRows } from './plan-pack.ts';
import { planFileSchema } from './plan-pack-schema.ts';

const packUrl = new URL('../../../prisma/packs/west-midlands-2015/plan.json', import.meta.url);
const written = readFileSync(packUrl, 'utf8');
const file = planFileSchema.parse(JSON.parse(written));
const rows = planRows(file);
const codesOf = (kind: string) => rows.items.filter((item) => item.kind === kind).map(({ code }) => code);
const childrenOf = (parent: string | null) =>
  rows.items.filter((item) => item.parentCode === parent).map(({ code, position }) => `${position} ${code}`);

describe('the plan of 2015-16 as rows', () => {
  it('has all that the source has', () => {
    expect(codesOf('aim')).toEqual(['PCC 1.2', 'PCC 1.4', 'PCC 3.3', 'PCC 3.3c', 'PCC 3.7a', 'PCC 3.7b']);
    expect(codesOf('activity')).toHaveLength(18);
    expect(codesOf('theme')).toEqual(['Prepare', 'Prevent', 'Protect', 'Pursue']);
    expect(codesOf('action')).toHaveLength(13);
    expect(rows.evidence.filter(({ itemCode }) => itemCode.startsWith('PCC'))).toHaveLength(37);
    expect(rows.evidence.filter(({ itemCode }) => !itemCode.startsWith('PCC'))).toHaveLength(35);
    expect(rows.evidence.filter(({ updateMark }) => updateMark)).toHaveLength(8);
    expect(Object.keys(rows.glossary)).toHaveLength(31);
  });

  it('keeps each of the 17 redactions in its place', () => {
    const texts = [
      ...rows.items.map(({ text }) => text),
      ...rows.steps.map(({ text }) => text),
      ...rows.responsibleRoles.map(({ roleTitle }) => roleTitle),
      ...rows.evidence.map(({ text }) => text),
    ];
    expect(texts.join('\n').match(/\[REDACTED\]/g)).toHaveLength(file.source.redactionsInSource);
    expect(file.source.redactionsInSource).toBe(17);
    expect(rows.items.filter(({ redacted }) => redacted).map(({ code }) => code)).toEqual(['Pursue 2']);
    expect(rows.evidence.filter(({ redacted }) => redacted).map(({ sourceId }) => sourceId)).toEqual([
      '1.2-e7',
      '1.4-e2',
      '1.4-e7',
      '1.4-e8',
      '3.3c-e2',
      'Prevent 2-e2',
      'Pursue 1-e2',
      'Pursue 2-e1',
    ]);
  });

  it('keeps the gaps of the numbering as gaps, in their places', () => {
    expect(codesOf('gap')).toEqual([
      'PCC 1.1, 1.3, 3.1, 3.2, 3.4-3.6, 3.3a, 3.3b, 3.7 other',
      'PCC 1.2.2',
      'PCC 3.3.1-3.3.4',
      'Prepare 3-7',
    ]);
    expect(childrenOf('PCC 1.2')).toEqual(['1 PCC 1.2.1', '2 PCC 1.2.2', '3 PCC 1.2.3', '4 PCC 1.2.4']);
    expect(childrenOf('PCC 3.3')).toEqual([
      '1 PCC 3.3.1-3.3.4',
      '2 PCC 3.3.5',
      '3 PCC 3.3.x(1.2)',
      '4 PCC 3.3.6',
      '5 PCC 3.3.7',
      '6 PCC 3.3.8',
    ]);
    expect(childrenOf('Prepare')).toEqual([
      '1 Prepare 1',
      '2 Prepare 2',
      '3 Prepare 3-7',
      '4 Prepare 8',
      '5 Prepare 9',
    ]);
    const lost = rows.items.find(({ code }) => code === 'Prepare 3-7');
    expect(lost).toMatchObject({ number: '3–7', text: expect.stringContaining('A page is lost') as string });
  });

  it('gives every item one code and a parent that comes before it', () => {
    const seen = new Set<string | null>([null]);
    for (const { code, parentCode } of rows.items) {
      expect(seen).toContain(parentCode);
      expect(seen).not.toContain(code);
      seen.add(code);
    }
    for (const row of [...rows.steps, ...rows.responsibleRoles, ...rows.strategicLinks, ...rows.evidence]) {
      expect(seen).toContain(row.itemCode);
    }
    for (const { activityCode, itemCode } of rows.evidence) {
      const activity = rows.items.find(({ code }) => code === activityCode);
      if (itemCode.startsWith('PCC')) expect(activity?.parentCode).toBe(itemCode);
      else expect(activityCode).toBeNull();
    }
    expect(new Set(rows.evidence.map(({ sourceId }) => sourceId)).size).toBe(72);
  });

  it('links to the activities that exist and keeps the label of the one that does not', () => {
    const linksOf = (code: string) =>
      rows.strategicLinks
        .filter(({ itemCode }) => itemCode === code)
        .map(({ label, targetCode }) => [label, targetCode]);
    expect(linksOf('Protect 1')).toEqual([
      ['NS', null],
      ['S', null],
      ['PCC 1.2.3', 'PCC 1.2.3'],
      ['PCC 1.4.3', 'PCC 1.4.3'],
    ]);
    expect(linksOf('Protect 2')).toEqual([
      ['PCC 1.2.2', null],
      ['PCC 3.3.6', 'PCC 3.3.6'],
    ]);
  });

  it('keeps the text word for word', () => {
    for (const { text } of [...rows.evidence, ...rows.steps])
      expect(written).toContain(JSON.stringify(text).slice(1, -1));
    expect(rows.evidence.find(({ sourceId }) => sourceId === '3.3c-e3')?.text).toContain('direct into FIB');
  });
});

it('refuses a plan with a field it does not know', () => {
  expect(planFileSchema.safeParse({ ...file, targets: [] }).success).toBe(false);
});
