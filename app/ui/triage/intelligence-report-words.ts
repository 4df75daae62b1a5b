import type {
  IntelligenceReport,
  Subject,
} from '#app/domain/triage/intelligence-report/intelligence-report.ts';
import { mopiGroups } from '#app/domain/triage/items/mopi.ts';
import { gradeLines, handlingLines } from './grade-words.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';

/** A name and its value, of one line or several. */
export type ReportRow = { key: string; value: string[] };

/** What stands above the text of an intelligence report, and below it: the order in which officers know it. */
export type ReportRows = { above: ReportRow[]; below: ReportRow[] };

const subjectWords: Readonly<Record<Subject['kind'], string>> = {
  person: 'Person',
  business: 'Business',
  vehicle: 'Vehicle',
  phone: 'Telephone',
  postcode: 'Place',
  email: 'Email',
  website: 'Website',
};

const row = (key: string, value: readonly (string | null)[]): ReportRow[] => {
  const lines = value.filter((line): line is string => line !== null && line !== '');
  return lines.length > 0 ? [{ key, value: lines }] : [];
};

/** The rows of a 3x5x2 report. What its reader may not know is left out, and what is not decided says so. */
export function reportRows(report: IntelligenceReport, marking: string): ReportRows {
  const { grade, review } = report;
  const group = mopiGroups.find((each) => each.group === review?.mopiGroup);
  return {
    above: [
      { key: 'URN', value: [report.urn] },
      ...row('Date of information', [report.informationOn]),
      ...row('Date of report', [report.reportedAt && formatDateTime(report.reportedAt)]),
      ...row('Provenance', [report.provenance]),
    ],
    below: [
      {
        key: 'Grade',
        value: grade ? [...gradeLines(grade), `Confidence ${report.confidence ?? ''}`] : ['Not graded yet'],
      },
      ...row('5x5x5 grade', report.fiveByFive),
      ...(grade ? row('Handling and conditions', [...handlingLines(grade), report.conditions]) : []),
      {
        key: 'Subjects',
        value:
          report.subjects.length > 0
            ? report.subjects.map(({ kind, value }) => `${subjectWords[kind]}: ${value}`)
            : ['The text names none'],
      },
      { key: 'Marking', value: [marking] },
      {
        key: 'Dissemination',
        value:
          report.disseminations.length > 0
            ? report.disseminations.flatMap(({ to, version, at, conditions, recalled }) => [
                `${to}, version ${version}, ${formatDateTime(at)}${recalled ? '. Recalled' : ''}`,
                ...(conditions === null ? [] : [conditions]),
              ])
            : ['To nobody yet'],
      },
      ...(review && group
        ? row('Review', [
            `MoPI group ${group.group}: ${group.label}`,
            review.on && `First review on ${formatDate(new Date(`${review.on}T12:00:00Z`))}`,
          ])
        : []),
    ],
  };
}

export const noTextYet = 'Nobody has written a sanitised text yet.';
export const notApprovedYet = 'A second person has not approved this text yet.';
