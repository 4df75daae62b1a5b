import { areaDefinition } from './area-words.ts';
import type { Dimension } from './figure-filter.server.ts';
import type { OwnArea } from './own-area.server.ts';
import { evidenceOnly } from '../plan/item-measure.ts';
import type { ItemRows, ShownRow } from './item-rows.ts';
import type { Volumes } from './volumes.server.ts';

export type CutDimension = Exclude<Dimension, 'nationality' | 'language'>;

/** One cut of the volumes: what a row is, what it counts, and how rows stand to the total. Page and file say the same. */
export type VolumeCut = {
  /** By which a row leads to what it counts. */
  dimension: CutDimension;
  /** The question that it answers. */
  question: string;
  id: string;
  title: string;
  of: string;
  definition: string;
  totalLabel: string;
  rows: ShownRow[];
};

const all = 'All submissions';
const overlapping = 'All submissions, each counted once';

/** What a table by item does not count: nought would read as if nothing had come. */
const leftOut = ({ evidenceOnly: codes }: ItemRows): string =>
  codes.length === 0 ? '' : ` ${evidenceOnly}: ${codes.join(', ')}.`;

export const volumeCuts = (counts: Volumes): VolumeCut[] => [
  {
    dimension: 'aim',
    question: 'Which aims of the plan do reports serve?',
    id: 'plan-aims',
    title: 'aim and theme',
    of: 'Aim or theme',
    definition: `Distinct submissions that are linked to any activity of the aim or any action of the theme, each counted once. One submission can count for several aims, so the rows do not add up to the total.${leftOut(counts.planParents)}`,
    totalLabel: overlapping,
    rows: counts.planParents.rows,
  },
  {
    dimension: 'item',
    question: 'Which of its activities and actions?',
    id: 'plan-items',
    title: 'plan item',
    of: 'Plan item',
    definition: `Distinct submissions that are linked to the item of the delivery plan, by a routing rule or by an officer. Items that the same rules link, and that hold the same submissions, have one row. One submission can be linked to several items, so the rows do not add up to the total. Volume alone does not show whether an item has been achieved.${leftOut(counts.planItems)}`,
    totalLabel: overlapping,
    rows: counts.planItems.rows,
  },
  {
    dimension: 'area',
    question: 'Where?',
    id: 'areas',
    title: 'area',
    of: 'Area',
    definition: areaDefinition({ as: counts.areasAs, changes: counts.areaChanges }),
    totalLabel: all,
    rows: counts.areas,
  },
  {
    dimension: 'kind',
    question: 'From whom?',
    id: 'organisation-kinds',
    title: 'kind of organisation',
    of: 'Kind of organisation',
    definition:
      'Distinct submissions by the kind of organisation that sent them, as it was when they were sent. Organisations are not named. The rows add up to the total.',
    totalLabel: all,
    rows: counts.organisationKinds,
  },
  {
    dimension: 'channel',
    question: 'How did they reach the portal?',
    id: 'channels',
    title: 'channel',
    of: 'Channel',
    definition:
      'Distinct submissions by how they reached the portal: sent by a partner with the web form, or entered by a SPOC from a telephone call or from paper. The rows add up to the total.',
    totalLabel: all,
    rows: counts.channels,
  },
  {
    dimension: 'type',
    question: 'Which types of exploitation?',
    id: 'exploitation-types',
    title: 'type of exploitation',
    of: 'Type',
    definition:
      'Distinct submissions by the types of exploitation that the partner named. A submission that names two types counts for both, so the rows do not add up to the total.',
    totalLabel: overlapping,
    rows: counts.exploitationTypes,
  },
  {
    dimension: 'priority',
    question: 'How urgent?',
    id: 'priorities',
    title: 'priority',
    of: 'Priority',
    definition: 'Distinct submissions by the priority that routing gave them. The rows add up to the total.',
    totalLabel: all,
    rows: counts.priorities,
  },
  {
    dimension: 'outcome',
    question: 'What were partners told?',
    id: 'outcomes',
    title: 'outcome',
    of: 'Outcome so far',
    definition:
      'What has become, up to now, of the submissions received in each month. The rows add up to the total. A month’s column changes while its submissions are still being answered.',
    totalLabel: all,
    rows: counts.outcomes,
  },
];

/** What is counted in all of them. */
export const volumeDefinition =
  'A submission is one report that was sent. It counts in the month in which it was sent, in British time, whatever has become of it since: closed, rejected and withdrawn submissions count too. Reports that are still being written do not.';

/** The same of what is listed to the lead of an area. */
export const ownAreaCuts = ({
  clocks,
  priorities,
  outcomes,
}: OwnArea): Omit<VolumeCut, 'dimension' | 'question'>[] => [
  {
    id: 'clocks',
    title: 'clock',
    of: 'Answer to the partner',
    definition:
      'When the partner had an answer, or the submission ended, by when it was due. The rows add up to the total.',
    totalLabel: all,
    rows: clocks,
  },
  {
    id: 'priorities',
    title: 'priority',
    of: 'Priority',
    definition: 'By the priority that the submission has now. The rows add up to the total.',
    totalLabel: all,
    rows: priorities,
  },
  {
    id: 'outcomes',
    title: 'outcome',
    of: 'Outcome so far',
    definition:
      'What has become of the submissions received in each month, up to now. The rows add up to the total.',
    totalLabel: all,
    rows: outcomes,
  },
];
