import type { CrowdedPlaces } from '#app/domain/desks/products/crowded-places.server.ts';
import type { DailyList, DailyReport } from '#app/domain/desks/products/daily-list.server.ts';
import { liveDays } from '#app/domain/desks/products/live-reports.server.ts';
import { repeatedKinds, repeatedKindTitles } from '#app/domain/connections/entities/entity-words.ts';
import type { PatternSheet } from '#app/domain/desks/products/pattern-sheet.server.ts';
import type { QuarterlyReport, ReportedItem } from '#app/domain/desks/products/quarterly-report.server.ts';
import { quarterName, spanName } from '#app/domain/figures/period.ts';
import type { PublishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { figureWords, publishedTitles } from '#app/domain/figures/published-rows.ts';
import { addMonths } from '#app/domain/kernel/months.ts';
import { priorityWords } from '#app/domain/kernel/report-labels.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { itemStatuses } from '#app/domain/plan/item-status.ts';
import { overviewFinding } from '#app/domain/plan/plan-overview.ts';
import { unprinted, type PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { formatDate, formatDateTime, formatShortDate, formatShortDateTime } from '#app/ui/format/date.ts';
import type { Printed } from './pdf-download.ts';

/** What a page folds below its title, and paper has open under a heading. */
type Fold = { kind: 'fold'; title: string; blocks: readonly PrintedBlock[] };

/** A product as page and PDF have it. */
export type Product = Omit<Printed, 'marking' | 'pageOf' | 'unprinted' | 'blocks'> & {
  blocks: readonly (PrintedBlock | Fold)[];
};

/**
 * A product of a day or a moment: its title is its first block, and stands with when it was made on every page and as the name
 * of the document, so that two of one kind are told apart.
 */
export const dated = (
  title: string,
  made: string,
  blocks: Product['blocks'],
  layout: Pick<Product, 'landscape'> = {},
): Product => ({
  title: `${title}, ${made}`,
  foot: `${title}, ${made}`,
  ...layout,
  blocks: [heading(1, title), ...blocks],
});

/** A product as a document, marked. */
export const printedProduct = (product: Product, marking: string): Printed => ({
  ...product,
  blocks: product.blocks.flatMap((block) => (block.kind === 'fold' ? unfolded(block) : [block])),
  marking,
  pageOf: 'Page %{page} of %{pages}',
  unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each.`,
});

/** A single table has the title for its caption: two lines that say one thing stand nowhere. */
function unfolded({ title, blocks }: Fold): PrintedBlock[] {
  const [only, ...more] = blocks;
  return only?.kind === 'table' && more.length === 0
    ? [{ ...only, caption: title }]
    : [heading(3, title), ...blocks];
}

const heading = (level: 1 | 2 | 3, text: string): PrintedBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PrintedBlock => ({ kind: 'paragraph', text });
const nothing = (text: string, of: readonly unknown[], blocks: PrintedBlock[]): PrintedBlock[] =>
  of.length === 0 ? [paragraph(text)] : blocks;
const cutOff = (more: boolean): PrintedBlock[] =>
  more ? [paragraph('There are more than this list can hold: these are the first.')] : [];

/** For the daily management meeting of an area. */
export function dailyProduct({ area, since, now, reports, items, more }: DailyList): Product {
  const high = reports.filter(({ priority }) => priority === 'high');
  const fresh = reports.filter((report) => !high.includes(report) && report.isNew);
  const due = reports.filter((report) => !high.includes(report) && !fresh.includes(report));
  return dated(
    `Daily list: ${area}`,
    formatDateTime(now),
    [
      paragraph(
        `For the daily management meeting, as things stand on ${formatDateTime(now)}. New is what was received since ${formatDateTime(since)}. Reports that are restricted to the Force Intelligence Bureau are not in this list.`,
      ),
      paragraph(
        `${counted(high.length, 'High report')}, ${fresh.length} new besides, ${due.length} more late or due today${items === null ? '' : `; ${counted(items.length, 'item')} sent to the area`}.`,
      ),
      ...cutOff(more),
      ...reportBlocks('High', high),
      ...reportBlocks('New', fresh),
      ...reportBlocks('Late or due today', due),
      ...(items === null
        ? []
        : [
            heading(2, 'Sent to the area'),
            ...nothing('Nothing was sent to the queue of the area.', items, [
              {
                kind: 'table',
                caption: 'Intelligence sent to the area, first words of the sanitised text',
                columns: ['Reference', 'Sent', 'Grade', 'Acknowledged', 'First words'],
                widths: [0.14, 0.14, 0.08, 0.12, 0.52],
                rows: items.map(({ reference, sentAt, grade, acknowledged, words }) => [
                  reference,
                  formatShortDateTime(sentAt),
                  grade,
                  acknowledged ? 'Yes' : 'No',
                  words ?? 'Has conditions: read it in the portal, with them',
                ]),
              },
            ]),
          ]),
    ],
    { landscape: true },
  );
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

const reportBlocks = (title: string, reports: readonly DailyReport[]): PrintedBlock[] => [
  heading(2, title),
  ...nothing('None.', reports, [
    {
      kind: 'table',
      caption: `${title}: ${counted(reports.length, 'report')}`,
      columns: ['Reference', 'Priority', 'Received', 'Due', 'Held by', 'Status'],
      widths: [0.16, 0.11, 0.17, 0.26, 0.16, 0.14],
      rows: reports.map((report) => [
        report.reference,
        priorityWords[report.priority],
        formatShortDateTime(report.receivedAt),
        report.dueAt === null
          ? 'Nothing is due'
          : `${report.late ? 'Late: t' : 'T'}${report.waitsFor.slice(1)} by ${formatShortDateTime(report.dueAt)}`,
        report.owner ?? 'Nobody',
        statusWords(report.status, { held: report.owner !== null }),
      ]),
    },
  ]),
];

/** For tactical tasking and coordination. */
export const patternProduct = ({ now, patterns, more }: PatternSheet): Product =>
  dated(
    'Pattern sheet',
    formatDateTime(now),
    [
      paragraph(
        `For tactical tasking and coordination, as things stand on ${formatDateTime(now)}: what at least two live reports name. Live is a report that is open or was received in the last ${liveDays} days. Only reports that its maker may open; duplicates of another report are left out, and nobody who reported is named. It is raw intelligence: it is not disseminated by this sheet.`,
      ),
      ...cutOff(more),
      ...repeatedKinds.flatMap((kind) => {
        const found = patterns.filter((pattern) => pattern.kind === kind);
        return [
          heading(2, repeatedKindTitles[kind]),
          ...nothing('None is named by two live reports.', found, [
            {
              kind: 'table' as const,
              caption: `${repeatedKindTitles[kind]} that at least two live reports name`,
              columns: ['What', 'Reports', 'References', 'Areas', 'First and last received'],
              widths: [0.3, 0.09, 0.25, 0.16, 0.2],
              rows: found.map(({ what, name, references, areas, first, last }) => [
                kind === 'contact' ? `${what} ${name}` : name,
                String(references.length),
                references.join(', '),
                areas.join(', ') || 'No single area',
                `${formatShortDate(first)} to ${formatShortDate(last)}`,
              ]),
            },
          ]),
        ];
      }),
    ],
    { landscape: true },
  );

/** For the plan of the reception centre. */
export const placesProduct = ({ now, places, more }: CrowdedPlaces): Product =>
  dated(
    'Places with ten or more people',
    formatDateTime(now),
    [
      paragraph(
        `For the plan of the reception centre, as things stand on ${formatDateTime(now)}: places of live reports (open, or received in the last ${liveDays} days) that are thought to hold ten or more people, and the languages that their reports name. Only reports that its maker may open; who reported is not named.`,
      ),
      ...cutOff(more),
      ...nothing('No live report names such a place.', places, [
        {
          kind: 'table',
          caption: 'Places, those with most people first',
          columns: ['Place', 'Area', 'People', 'Languages', 'Reference', 'Received'],
          widths: [0.3, 0.16, 0.08, 0.2, 0.14, 0.12],
          rows: places.map(({ place, area, people, languages, reference, receivedAt }) => [
            place || 'Not said',
            area ?? 'No single area',
            String(people),
            languages.join(', ') || 'None named',
            reference,
            formatShortDate(receivedAt),
          ]),
        },
      ]),
    ],
    { landscape: true },
  );

/** For the Police and Crime Commissioner. */
export const quarterlyProduct = (report: QuarterlyReport): Product =>
  dated(`Quarterly report of ${quarterName(report.quarter)}`, formatDate(report.now), [
    paragraph(
      `To the Police and Crime Commissioner on “${report.planTitle}”, as it stands on ${formatDate(report.now)}, with the evidence of the quarter and since. It is not a public edition: words that those withhold may stand in it.`,
    ),
    paragraph(overviewFinding(report.items)),
    ...atRisk(report.items),
    heading(2, 'Figures'),
    ...publishedBlocks(report.figures, (table, most) => [
      { kind: 'fold', title: most === null ? table.caption : `${table.caption}: ${most}`, blocks: [table] },
    ]),
    heading(2, 'Item by item'),
    ...itemFolds(report.items),
  ]);

/** One fold for each item of which there is something to say, its title how it stands, and one for all others. */
function itemFolds(items: readonly ReportedItem[]): Fold[] {
  const told = items.filter(({ status, evidence }) => status !== null || evidence.length > 0);
  const untold = items.filter((item) => !told.includes(item));
  return [
    ...told.map(itemFold),
    ...(untold.length === 0
      ? []
      : [
          {
            kind: 'fold' as const,
            title: `No status and no new evidence yet: ${counted(untold.length, 'item')}`,
            blocks: [
              {
                kind: 'bullets' as const,
                items: untold.map(({ code, text, owner }) => `${code}: ${text} Owner: ${owner ?? 'nobody'}.`),
              },
            ],
          },
        ]),
  ];
}

const itemFold = ({ code, text, status, owner, statusNote, evidence }: ReportedItem): Fold => ({
  kind: 'fold',
  title: `${code}, ${status === null ? 'no status yet' : itemStatuses[status].toLowerCase()}${evidence.length === 0 ? '' : ', with new evidence'}: ${text}`,
  blocks: [
    {
      kind: 'summary',
      rows: [
        {
          key: 'Status',
          value: [
            status === null ? 'Nobody has said so yet' : itemStatuses[status],
            ...(statusNote === null ? [] : [`${statusNote.text} (${formatDate(statusNote.at)})`]),
          ],
        },
        { key: 'Owner', value: [owner ?? 'Nobody'] },
        {
          key: 'Evidence since the quarter began',
          value:
            evidence.length === 0
              ? ['None']
              : evidence.map((entry) =>
                  [
                    entry.text,
                    entry.datedOn === null ? '' : `(${formatDate(entry.datedOn)})`,
                    entry.restsOn === null ? '' : `It rests on: ${entry.restsOn}.`,
                  ]
                    .filter((part) => part !== '')
                    .join(' '),
                ),
        },
      ],
    },
  ],
});

function atRisk(items: readonly ReportedItem[]): PrintedBlock[] {
  const risky = items.filter(({ status }) => status === 'at_risk');
  return risky.length === 0
    ? []
    : [
        heading(2, 'At risk'),
        {
          kind: 'bullets',
          items: risky.map(({ code, statusNote }) => `${code}: ${statusNote?.text ?? 'no reason given'}`),
        },
      ];
}

/** Of the force, from what is published and nothing else. */
export const profileProduct = (figures: PublishedFigures, now: Date): Product =>
  dated(profileTitle(figures), formatDate(now), [
    paragraph(
      `What the published figures give to a problem profile of modern slavery, on ${formatDate(now)}: by area, type of exploitation and what came of it, quarter by quarter. Volume is of reports, not of offences; where none comes from, nobody may be looking.`,
    ),
    ...publishedBlocks(figures),
    ...silentAreas(figures),
    heading(2, 'What is counted'),
    ...[...new Set(figures.quarters.map(({ definition }) => definition))].map(paragraph),
  ]);

/** With the quarters that it has, the oldest and the newest by name. */
function profileTitle({ quarters }: PublishedFigures): string {
  const [newest, oldest] = [quarters.at(0), quarters.at(-1)];
  if (!newest || !oldest) return 'Problem profile extract';
  return `Problem profile extract, ${spanName({ first: oldest.firstMonth, last: addMonths(newest.firstMonth, 2) })}`;
}

/** Areas of which the newest quarter has none or too few: a gap in what is known. */
function silentAreas({ quarters, tables }: PublishedFigures): PrintedBlock[] {
  const rows = tables.find(({ table }) => table === 'area')?.rows ?? [];
  const few = rows.filter(({ figures: [newest] }) => newest && newest.most < 5);
  const [newest] = quarters;
  return !newest || few.length === 0
    ? []
    : [
        heading(2, 'Gaps'),
        paragraph(`In ${quarterName(newest.firstMonth)} few or no reports were about:`),
        {
          kind: 'bullets',
          items: few.map(({ label, figures: [figure] }) => `${label}: ${figureWords(figure).toLowerCase()}`),
        },
      ];
}

const words =
  'Each row shows its number in fives. None is nought, too few is one to four; withheld can be any number: with the other figures it would have told of a few reports.';

type PrintedTable = Extract<PrintedBlock, { kind: 'table' }>;

/** `shown` makes of each table what a product has of it; `most` says what was most in the newest quarter, as far as that is published. */
function publishedBlocks<Block = PrintedBlock>(
  { quarters, tables }: PublishedFigures,
  shown: (table: PrintedTable, most: string | null) => (Block | PrintedBlock)[] = (table) => [table],
): (Block | PrintedBlock)[] {
  const [newest] = quarters;
  if (!newest) return [paragraph('No quarter has been frozen yet.')];
  const heads = quarters.map(({ firstMonth }) => quarterName(firstMonth));
  const table = (caption: string, of: string, rows: string[][]): PrintedTable => ({
    kind: 'table',
    caption,
    columns: [of, ...heads],
    widths: [0.35, ...heads.map(() => 0.65 / heads.length)],
    rows,
  });
  return [
    paragraph(words),
    table('All submissions', 'Counted', [
      ['Submissions received', ...quarters.map(({ total }) => figureWords(total))],
      ['Frozen on', ...quarters.map(({ frozenAt }) => formatShortDate(frozenAt))],
    ]),
    ...tables.flatMap(({ table: name, rows }) =>
      shown(
        table(
          publishedTitles[name].title,
          publishedTitles[name].of,
          rows.map(({ label, figures }) => [label, ...figures.map(figureWords)]),
        ),
        mostOf(rows, quarterName(newest.firstMonth)),
      ),
    ),
  ];
}

/** The row of which the newest quarter shows most; nothing where several do, or none has a figure. */
function mostOf(rows: PublishedFigures['tables'][number]['rows'], quarter: string): string | null {
  const told = rows.flatMap(({ label, figures: [figure] }) => (figure ? [{ label, figure }] : []));
  const [first, second] = told.toSorted((one, other) => other.figure.least - one.figure.least);
  if (!first || first.figure.least < 5 || first.figure.least === second?.figure.least) return null;
  return `most in ${quarter} “${first.label}”, ${figureWords(first.figure)}`;
}
