import { z } from 'zod';
import type { IntelligenceReport } from '#app/domain/triage/intelligence-report/intelligence-report.ts';

/**
 * An intelligence item for another system. A field that is added, dropped or means something else makes a new version; the
 * schema that others check against is docs/schemas/intelligence-item-1.json. Who told the partner, how to reach whoever
 * sent the report and what it says are no fields of it.
 */
export const itemJson = z.strictObject({
  schema: z.literal('intelligence-item/1'),
  marking: z.string(),
  /** Reference of the submission and number of the item. */
  urn: z.string(),
  /** As the partner gave it, in words: it may be a month, or a span. */
  date_of_information: z.string().nullable(),
  date_of_report: z.iso.datetime().nullable(),
  provenance: z.string().nullable(),
  text: z.string().nullable(),
  text_version: z.int().nullable(),
  text_approval_outstanding: z.boolean(),
  grade: z
    .strictObject({
      source: z.enum(['1', '2', '3']),
      assessment: z.enum(['A', 'B', 'C', 'D', 'E']),
      handling: z.enum(['P', 'C']),
      action_code: z.string().nullable(),
      sanitisation_code: z.string().nullable(),
      usage: z.string().nullable(),
      confidence: z.string().nullable(),
    })
    .nullable(),
  subjects: z.array(
    z.strictObject({
      kind: z.enum(['person', 'business', 'vehicle', 'phone', 'postcode', 'email', 'website']),
      value: z.string(),
    }),
  ),
  disseminations: z.array(
    z.strictObject({
      to: z.string(),
      text_version: z.int(),
      at: z.iso.datetime(),
      conditions: z.string().nullable(),
      recalled: z.boolean(),
    }),
  ),
  review: z.strictObject({ mopi_group: z.int(), on: z.iso.date().nullable() }).nullable(),
  exported_at: z.iso.datetime(),
  exported_by: z.string(),
});

/** UTF-8, two spaces deep. @throws ZodError for what the schema does not have */
export function writtenItem(
  report: IntelligenceReport,
  { marking, at, by }: { marking: string; at: Date; by: string },
): string {
  const { grade, review } = report;
  const item: z.input<typeof itemJson> = {
    schema: 'intelligence-item/1',
    marking,
    urn: report.urn,
    date_of_information: report.informationOn,
    date_of_report: report.reportedAt?.toISOString() ?? null,
    provenance: report.provenance,
    text: report.text,
    text_version: report.version,
    text_approval_outstanding: report.approvalOutstanding,
    grade: grade && {
      source: grade.source,
      assessment: grade.assessment,
      handling: grade.handling,
      action_code: grade.actionCode,
      sanitisation_code: grade.sanitisationCode,
      usage: grade.usage,
      confidence: report.confidence,
    },
    subjects: report.subjects.map(({ kind, value }) => ({ kind, value })),
    disseminations: report.disseminations.map(({ to, version, at, conditions, recalled }) => ({
      to,
      text_version: version,
      at: at.toISOString(),
      conditions,
      recalled,
    })),
    review: review && { mopi_group: review.mopiGroup, on: review.on },
    exported_at: at.toISOString(),
    exported_by: by,
  };
  return `${JSON.stringify(itemJson.parse(item), null, 2)}\n`;
}
