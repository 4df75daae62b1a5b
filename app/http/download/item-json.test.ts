import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { IntelligenceReport } from '#app/domain/triage/intelligence-report/intelligence-report.ts';
import { itemJson, writtenItem } from './item-json.ts';

const file = 'docs/schemas/intelligence-item-1.json';

it('has the schema that other systems check against', async () => {
  const schema: unknown = JSON.parse(await readFile(file, 'utf8'));
  expect(schema).toEqual(z.toJSONSchema(itemJson, { target: 'draft-2020-12' }));
});

/** Version 1 for good: another field is another version, and none is for the source or for how to reach a sender. */
const fields =
  'action_code assessment at conditions confidence date_of_information date_of_report disseminations exported_at ' +
  'exported_by grade handling kind marking mopi_group on provenance recalled review sanitisation_code schema source ' +
  'subjects text text_approval_outstanding text_version to urn usage value';

it('has these fields and no other: none for who told the partner, how to reach them, or what the report says', async () => {
  const names = new Set<string>();
  const read = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('properties' in schema) for (const name of Object.keys(schema.properties as object)) names.add(name);
    for (const part of Object.values(schema)) read(part);
  };
  read(JSON.parse(await readFile(file, 'utf8')));
  expect([...names].sort().join(' ')).toBe(fields);
});

it('writes an item, and not what does not belong to it', () => {
  const report: IntelligenceReport & { sealed: string } = {
    urn: 'K7M3P-2QRST/1',
    informationOn: '12 January 2016',
    reportedAt: new Date('2016-01-18T09:00:00Z'),
    provenance: 'Seen by the source.',
    text: 'A van calls at night.',
    version: 2,
    grade: {
      source: '2',
      assessment: 'A',
      handling: 'P',
      actionCode: null,
      sanitisationCode: null,
      usage: null,
    },
    confidence: 'medium',
    fiveByFive: [],
    conditions: null,
    subjects: [{ kind: 'vehicle', value: 'BX51 ABC' }],
    disseminations: [
      {
        to: 'Birmingham East SPOC',
        version: 2,
        at: new Date('2016-01-18T10:00:00Z'),
        conditions: null,
        recalled: false,
      },
    ],
    review: { mopiGroup: 1, on: '2026-01-18' },
    approvalOutstanding: false,
    sealed: 'Quillon',
  };
  const written = writtenItem(report, {
    marking: 'OFFICIAL-SENSITIVE',
    at: new Date('2016-01-19T00:00:00Z'),
    by: 'Pat',
  });
  expect(written).not.toContain('Quillon');
  expect(JSON.parse(written)).toMatchObject({
    schema: 'intelligence-item/1',
    grade: { source: '2', assessment: 'A', handling: 'P', confidence: 'medium' },
    disseminations: [{ to: 'Birmingham East SPOC', text_version: 2, recalled: false }],
    review: { mopi_group: 1, on: '2026-01-18' },
  });
});
