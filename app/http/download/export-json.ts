import type { ExportedSubmission } from '#app/domain/connections/exports/open-export.server.ts';

/** A submission for another system, under the names by which exports know its questions. UTF-8, two spaces deep. */
export function exportJson(exported: ExportedSubmission, marking: string): string {
  const { form_version: formVersion, ...answers } = exported.answers;
  return `${JSON.stringify(
    {
      marking,
      reference: exported.reference,
      submitted_at: exported.submittedAt.toISOString(),
      channel: exported.channel,
      organisation: exported.organisation,
      site: exported.site,
      restricted: exported.restricted,
      source: exported.sourceSealed ? 'sealed' : 'none',
      form_version: formVersion,
      exported_at: exported.exportedAt.toISOString(),
      exported_by: exported.exportedBy,
      purpose: exported.purpose,
      answers,
      added: exported.supplements.map(({ addedAt, text, knownHow, danger }) => ({
        added_at: addedAt.toISOString(),
        text,
        known_how: knownHow,
        danger,
      })),
      files: exported.files,
    },
    null,
    2,
  )}\n`;
}
