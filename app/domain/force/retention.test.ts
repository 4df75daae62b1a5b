import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cautiousRetention, retentionSchema } from './retention.ts';

const pack = JSON.parse(readFileSync('prisma/packs/west-midlands-2015/pack.json', 'utf8')) as {
  retention: unknown;
};
const rules = retentionSchema.parse(pack.retention);

describe('the rule of a report', () => {
  it('is never missing: the last rule, and no other, holds of every report', () => {
    expect(retentionSchema.safeParse(cautiousRetention).success).toBe(true);
    for (const reports of [rules.reports.slice(0, -1), [...rules.reports].reverse()])
      expect(retentionSchema.safeParse({ ...rules, reports }).success).toBe(false);
  });
});
