import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cautiousRetention, retentionSchema, ruleOf, type EndedReport } from './retention.ts';

const pack = JSON.parse(readFileSync('prisma/packs/west-midlands-2015/pack.json', 'utf8')) as {
  retention: unknown;
};
const rules = retentionSchema.parse(pack.retention);
const closed: EndedReport = {
  status: 'closed',
  outcome: 'no_further_use',
  reviewGroup: null,
  agreement: 'ISA-1',
};

describe('the rule of a report', () => {
  it.each([
    ['withdrawn', { status: 'withdrawn', outcome: null }],
    ['no-use', {}],
    ['group-4', { outcome: 'used', reviewGroup: 4 }],
    ['group-1', { outcome: 'used', reviewGroup: 1 }],
  ] as const)('is the first that holds: %s', (code, report) => {
    expect(ruleOf(rules, { ...closed, ...report }).code).toBe(code);
  });

  it('may follow from the outcome and from the agreement of the organisation', () => {
    const [all] = cautiousRetention.reports;
    if (!all) throw new Error('no rule');
    const own = {
      ...rules,
      reports: [
        { ...all, code: 'crime', when: { outcomes: ['crime_recorded' as const] } },
        { ...all, code: 'agreed', when: { agreement: 'ISA-1' } },
        all,
      ],
    };
    expect(ruleOf(own, { ...closed, outcome: 'crime_recorded' }).code).toBe('crime');
    expect(ruleOf(own, closed).code).toBe('agreed');
    expect(ruleOf(own, { ...closed, agreement: null }).code).toBe('all');
  });

  it('is never missing: the last rule, and no other, holds of every report', () => {
    expect(retentionSchema.safeParse(cautiousRetention).success).toBe(true);
    for (const reports of [rules.reports.slice(0, -1), [...rules.reports].reverse()])
      expect(retentionSchema.safeParse({ ...rules, reports }).success).toBe(false);
  });
});
