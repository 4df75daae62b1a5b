import type { Course, Pace } from '#app/domain/figures/course.server.ts';
import { silentDays } from '#app/domain/figures/partners.server.ts';
import type { Crossed } from '#app/domain/figures/cross.server.ts';
import { measureCodes, measures } from '#app/domain/figures/measures.server.ts';
import type { OwnArea } from '#app/domain/figures/own-area.server.ts';
import { quarterName } from '#app/domain/figures/period.ts';
import type { PublishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { figureWords, publishedTitles } from '#app/domain/figures/published-rows.ts';
import type { QuestionFigures } from '#app/domain/figures/questions.server.ts';
import {
  ownAreaCuts,
  volumeCuts,
  volumeDefinition,
  type VolumeCut,
} from '#app/domain/figures/volume-tables.ts';
import type { ShownRow } from '#app/domain/figures/item-rows.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import type { Volumes } from '#app/domain/figures/volumes.server.ts';
import { monthName, shortMonthName, type Month } from '#app/domain/kernel/months.ts';
import { outcomeRowWords } from '#app/domain/kernel/report-labels.ts';
import type { Workbook, WorkbookTable } from '#app/platform/documents/workbook.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';

/** What a workbook says besides what it is made of: the marking, the period in words, and the moment. */
export type Around = { marking: string; period: string; at: Date };

type Narrowed = readonly { name: string; value: string }[];

/** The first lines of the cover: whose figures, of when, and as of when. */
const aboutOf = ({ period, at }: Around, seenBy: string, narrowedTo: Narrowed = []): Workbook['about'] => [
  { key: 'Received', value: period },
  { key: 'As it stood on', value: formatDateTime(at) },
  ...narrowedTo.map(({ name, value }) => ({ key: `Only ${name.toLowerCase()}`, value })),
  { key: 'For', value: seenBy },
];

const unsuppressed =
  'The MDS lead and FIB supervisors, with nothing suppressed. Not to be passed on as it is.';

const monthTable = (
  { title, of, definition, totalLabel, rows }: Omit<VolumeCut, 'dimension' | 'question'>,
  { months, total }: { months: readonly Month[]; total: VolumeRow },
): WorkbookTable => ({
  name: title.charAt(0).toUpperCase() + title.slice(1),
  title: `Submissions by month and ${title}`,
  about: definition,
  columns: [of, 'Total', ...months.map((month) => `${shortMonthName(month)} ${month.slice(0, 4)}`)],
  rows: [...rows, { ...total, label: totalLabel, detail: null, note: null }].map((row) => [
    nameOf(row),
    row.total,
    ...months.map((month) => row.byMonth[month] ?? 0),
  ]),
});

/** As the page has it: what it is called and is about, and what has to be said beside its figure. */
const nameOf = ({ label, detail, note }: ShownRow): string =>
  `${detail === null || detail === label ? label : `${label} ${detail}`}${note ? ` (${note})` : ''}`;

export const volumesWorkbook = (counts: Volumes, around: Around): Workbook => ({
  title: 'Reporting volumes',
  marking: around.marking,
  about: [
    ...aboutOf(around, unsuppressed),
    ...(counts.noDataBefore === null
      ? []
      : [{ key: 'No data before', value: monthName(counts.noDataBefore) }]),
    { key: 'What is counted', value: volumeDefinition },
  ],
  tables: volumeCuts(counts).map((cut) => monthTable(cut, counts)),
});

export const ownAreaWorkbook = (area: OwnArea, around: Around): Workbook => ({
  title: `Figures of ${area.name}`,
  marking: around.marking,
  about: [
    ...aboutOf(
      around,
      'The lead of the area, for their work only. What may be passed on is in the published figures.',
    ),
    {
      key: 'What is counted',
      value:
        'The submissions that are listed to the lead of the area, one by one, by the month in which they were sent. Reports that are restricted to the Force Intelligence Bureau are not among them.',
    },
  ],
  tables: ownAreaCuts(area).map((cut) => monthTable(cut, area)),
});

export const courseWorkbook = (found: Course, around: Around): Workbook => ({
  title: 'What became of reports',
  marking: around.marking,
  about: aboutOf(around, unsuppressed, found.narrowedTo),
  tables: [
    {
      name: 'Steps',
      title: 'From report to result',
      about: 'Each step counts those of the step before that went on.',
      columns: ['Step', 'Submissions'],
      rows: found.chain.map(({ question, count }) => [question, count]),
    },
    {
      name: 'Losses',
      title: 'Where those stand that did not go on to the next step',
      about: 'Submissions of a step that are not in the next one, by what has become of them.',
      columns: ['Last step reached', 'What has become of them', 'Submissions'],
      rows: found.chain.flatMap(({ question, losses }) =>
        losses.map(({ reason, count }) => [
          question,
          (outcomeRowWords as Record<string, string>)[reason] ?? reason,
          count,
        ]),
      ),
    },
    {
      name: 'Results',
      title: 'What came of them, whichever way they went',
      about: 'Submissions with such a record and, where it has a number of people, how many.',
      columns: ['Result', 'Submissions', 'People'],
      rows: found.results.map(({ question, count, people }) => [question, count, people ?? 'Not counted']),
    },
    {
      name: 'Pace',
      title: 'How fast',
      about:
        'Hours by the clock, nights and weekends too, from when a report was received. What is still open counts as longer than everything that was done. Late is by when it was due.',
      columns: ['Step', 'Half within (hours)', 'Still open', 'Oldest of', 'Late'],
      rows: [
        paceRow('First seen', found.pace.seen),
        paceRow('Assessed', found.pace.assessed),
        paceRow('Partner answered', found.pace.answered),
      ],
    },
    {
      name: 'Usefulness',
      title: 'How useful partners found their answers',
      about:
        'Of the answers that whoever sent the report judged; nobody has to. Several wishes can be chosen, and none.',
      columns: ['Said of the answer', 'Submissions'],
      rows: [found.usefulness.judged, ...found.usefulness.said, ...found.usefulness.wishes].map(
        ({ question, count }) => [question, count],
      ),
    },
    {
      name: 'Silent partners',
      title: 'Silent partners',
      about: `Active partners that have reported before and not in the last ${silentDays} days, whatever the period.`,
      columns: ['Partner', 'Last report', 'Reports in the year up to its last'],
      rows: found.silent.map(({ name, last, count }) => [name, formatDate(last), count]),
    },
    {
      name: 'New partners',
      title: 'Partners that reported for the first time',
      about: 'Partners whose first report ever was received in the period.',
      columns: ['Partner', 'First report', 'Reports in the year up to its last'],
      rows: found.firstTime.map(({ name, first, count }) => [name, formatDate(first), count]),
    },
    {
      name: 'Measures',
      title: 'What each measure counts',
      about: 'Submissions that were received in the period and are still kept, as they stand now.',
      columns: ['Measure', 'What is counted'],
      rows: measureCodes.map((code) => [measures[code].question, measures[code].definition]),
    },
  ],
});

const paceRow = (step: string, { halfWithin, open, oldest, late }: Pace): WorkbookTable['rows'][number] => [
  step,
  halfWithin === null ? 'Not yet' : Math.round(halfWithin * 10) / 10,
  open,
  oldest === null ? 'None' : formatDate(oldest),
  late,
];

export const crossWorkbook = (found: Crossed, around: Around): Workbook => ({
  title: 'Two figures crossed',
  marking: around.marking,
  about: [
    ...aboutOf(around, unsuppressed, found.narrowedTo),
    { key: 'What is counted', value: found.question },
  ],
  tables: [
    {
      name: 'Crossed',
      title: `${found.names.by} and ${found.names.across.toLowerCase()}`,
      about:
        'A submission that names several counts for each, and one that names none for none, so rows and columns need not add up.',
      columns: [found.names.by, 'Total', ...found.columns.map(({ label }) => label)],
      rows: [
        ...found.rows.map(({ label, total, cells }) => [label, total, ...cells]),
        ['All', found.total, ...found.columns.map(({ total }) => total)],
      ],
    },
  ],
});

export const questionsWorkbook = (found: QuestionFigures, around: Around): Workbook => ({
  title: 'How full reports are',
  marking: around.marking,
  about: [
    ...aboutOf(around, unsuppressed, found.narrowedTo),
    { key: 'Reports', value: String(found.reports) },
  ],
  tables: [
    {
      name: 'Possible victims',
      title: 'What is known of possible victims',
      about:
        'Of 100 reports, how many know it of at least one possible victim; beside it what the Gangmasters and Labour Abuse Authority had in the last quarter of 2023-24 (Intelligence Picture, quarter 4).',
      columns: ['Known', 'Here', 'GLAA'],
      rows: found.victims.map(({ label, known, before }) => [
        label,
        found.reports === 0 ? 'No data' : known,
        before,
      ]),
    },
    {
      name: 'Questions',
      title: 'Question by question',
      about:
        'Asked: reports whose version of the form has the question. Filled: those that answer it. Of use: of those that know, how many ended as used, a crime, safeguarding or passed on.',
      columns: ['Question', 'Asked', 'Filled', 'Not known', 'Of use'],
      rows: found.questions.map(({ label, asked, filled, notKnown, ofUse }) => [
        label,
        asked,
        filled,
        notKnown,
        ofUse,
      ]),
    },
  ],
});

/** What was frozen, in the words of the page: a figure is a range, and no cell of the file is a number. */
export const publishedWorkbook = ({ quarters, tables }: PublishedFigures, around: Around): Workbook => ({
  title: 'Published figures',
  marking: around.marking,
  about: [
    { key: 'As it stood on', value: formatDateTime(around.at) },
    ...[...new Set(quarters.map(({ definition }) => definition))].map((value) => ({
      key: 'What is counted',
      value,
    })),
  ],
  tables: [
    {
      name: 'All submissions',
      title: 'All submissions',
      about: 'Each quarter is frozen once and never changes after that.',
      columns: ['Counted', ...quarters.map(({ firstMonth }) => quarterName(firstMonth))],
      rows: [
        ['Submissions received', ...quarters.map(({ total }) => figureWords(total))],
        ['Frozen on', ...quarters.map(({ frozenAt }) => formatDate(frozenAt))],
      ],
    },
    ...tables.map(({ table, rows }) => ({
      name: publishedTitles[table].title,
      title: publishedTitles[table].title,
      about:
        'In fives. None is nought, too few is one to four; withheld can be any number: with the other figures it would have told of a few reports.',
      columns: [publishedTitles[table].of, ...quarters.map(({ firstMonth }) => quarterName(firstMonth))],
      rows: rows.map(({ label, figures }) => [label, ...figures.map(figureWords)]),
    })),
  ],
});
