import type { ExportedSubmission } from '#app/domain/connections/exports/open-export.server.ts';
import { csvText } from './csv.ts';

const columns = ['marking', 'reference', 'form_version', 'entry', 'name', 'value'];

/**
 * The answers of a submission, one to a line; several choices are several lines, and what was left blank is a line
 * without a value. What was added after sending is entries "added-1" and so on. `entry` names the entry of a list and is empty otherwise.
 */
export function exportCsv({ reference, answers, supplements }: ExportedSubmission, marking: string): string {
  const { form_version: version, ...rest } = answers;
  const line = (entry: string, name: string, value: unknown): string[][] =>
    (Array.isArray(value) && value.length > 0 ? value : [value]).map((each) => [
      marking,
      reference,
      String(version),
      entry,
      name,
      typeof each === 'string' || typeof each === 'number' ? String(each) : '',
    ]);
  const lines = Object.entries(rest).flatMap(([name, value]) => {
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'object'))
      return line('', name, value);
    return value.flatMap(({ entry, ...own }) =>
      Object.entries(own).flatMap(([question, answer]) => line(entry, question, answer)),
    );
  });
  const added = supplements.flatMap(({ addedAt, text, knownHow, danger }, index) =>
    Object.entries({ added_at: addedAt.toISOString(), text, known_how: knownHow, danger }).flatMap(
      ([name, value]) => line(`added-${index + 1}`, name, value),
    ),
  );
  return csvText([columns, ...lines, ...added]);
}
