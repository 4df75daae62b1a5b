import { Prisma } from '#app/platform/db/generated/client.ts';
import type { RecordKind } from '../connections/records/record-kinds.ts';
import type { AnswerUse, AnswerWish } from '../intake/own-reports/answer-judgement.ts';
import type { Span } from './volume-rows.ts';

/**
 * The measures of what became of reports, each in one place: what it answers, what it counts in words, and the condition on
 * `measuredIn` that counts it. The figure is how many of the period fit, the rows behind it are those that do, and a test
 * counts each anew from the rows without this SQL. Unit: submissions that were received in the period and are still kept,
 * as they stand now, and with `people` how many were told of those. For the MDS lead and FIB supervisors, nothing
 * suppressed; the rows for who may read submissions.
 */
export type Measure = { question: string; definition: string; counts: Prisma.Sql; people?: Prisma.Sql };

/**
 * `submission s` of a span, with the moment at which it is measured (`clock`), what was sent of each (`sent`), what came of it (`came`: the newest version of each
 * record that stands) and what its partner said last of the answer (`judged`). All are gathered once for the whole span, not asked for each submission.
 */
export const measuredIn = ({ from, to }: Span, now: Date): Prisma.Sql => Prisma.sql`submission s
  CROSS JOIN (SELECT ${now}::timestamptz AS now) clock
  LEFT JOIN (SELECT d.submission_id, bool_or(d.acknowledged_at IS NOT NULL) AS acknowledged,
      bool_or(EXISTS (SELECT 1 FROM dissemination_message m WHERE m.dissemination_id = d.id AND m.kind = 'acted')) AS acted
    FROM submission x JOIN dissemination d ON d.submission_id = x.id WHERE x.submitted_at >= ${from} AND x.submitted_at < ${to}
      AND NOT EXISTS (SELECT 1 FROM dissemination_recall c WHERE c.dissemination_id = d.id)
    GROUP BY 1) sent ON sent.submission_id = s.id
  LEFT JOIN (SELECT r.submission_id, array_agg(r.kind::text) AS kinds,
      sum(r.people) FILTER (WHERE r.kind = 'arrests') AS arrests, sum(r.people) FILTER (WHERE r.kind = 'safeguarded') AS safeguarded
    FROM submission x JOIN record_link r ON r.submission_id = x.id WHERE x.submitted_at >= ${from} AND x.submitted_at < ${to}
      AND r.removed_reason IS NULL
      AND NOT EXISTS (SELECT 1 FROM record_link later WHERE later.link_id = r.link_id AND later.number > r.number)
    GROUP BY 1) came ON came.submission_id = s.id
  LEFT JOIN (SELECT DISTINCT ON (j.submission_id) j.submission_id, j.useful, j.wishes
    FROM submission x JOIN answer_judgement j ON j.submission_id = x.id WHERE x.submitted_at >= ${from} AND x.submitted_at < ${to}
    ORDER BY j.submission_id, j.judged_at DESC) judged ON judged.submission_id = s.id`;

/** The submissions of the span among those. */
export const receivedIn = ({ from, to }: Span): Prisma.Sql =>
  Prisma.sql`s.submitted_at >= ${from} AND s.submitted_at < ${to}`;

const recorded = (...kinds: RecordKind[]) =>
  Prisma.sql`coalesce(came.kinds && ARRAY[${Prisma.raw(kinds.map((kind) => `'${kind}'`).join(', '))}], false)`;
const assessed = Prisma.sql`s.assessed_at IS NOT NULL`;
const disseminated = Prisma.sql`sent.submission_id IS NOT NULL`;
const acknowledged = Prisma.sql`coalesce(sent.acknowledged, false)`;
const acted = Prisma.sql`coalesce(sent.acted, false)`;
const referral = recorded('nrm', 'duty_to_notify');
const result = recorded(
  'visit',
  'warrant',
  'arrests',
  'safeguarded',
  'nrm',
  'duty_to_notify',
  'safeguarding',
  'crime',
  'disruption',
);

/** Steps that are due at a time, and what each is to the reader. */
export const steps = {
  seen: { at: 'first_seen_at', due: 'first_seen_due_at', done: 'first seen' },
  assessed: { at: 'assessed_at', due: 'assessed_due_at', done: 'assessed' },
  answered: { at: 'answered_at', due: 'answered_due_at', done: 'answered' },
} as const;
export type Step = keyof typeof steps;

/** What ended without the step waits for it no more and was never done: it is neither late nor open. */
function late(step: Step): Measure {
  const { at, due, done } = steps[step];
  return {
    question: `How many were ${done} late, or are due and not yet?`,
    definition: `Done after it was due, or not done, still open and due before this moment.`,
    counts: Prisma.raw(
      `(coalesce(s.${at}, clock.now) > s.${due} AND (s.${at} IS NOT NULL OR s.closed_at IS NULL))`,
    ),
  };
}

function waiting(step: Step): Measure {
  const { at, done } = steps[step];
  return {
    question: `How many wait to be ${done}?`,
    definition: `Open, and not ${done} yet.`,
    counts: Prisma.raw(`(s.${at} IS NULL AND s.closed_at IS NULL)`),
  };
}

const judgedAs = (useful: AnswerUse, question: string): Measure => ({
  question,
  definition: `Whoever sent the report said so of the answer, last of all that they said of it. Nobody has to say.`,
  counts: Prisma.raw(`coalesce(judged.useful = '${useful}', false)`),
});

const wished = (wish: AnswerWish, words: string): Measure => ({
  question: `How many would have liked ${words}?`,
  definition: `Whoever sent the report judged the answer, and chose this as what would have made it more useful. Several can be chosen, and none.`,
  counts: Prisma.raw(`coalesce('${wish}' = ANY (judged.wishes), false)`),
});

/** From so many at one place on somebody makes ready where they can go. */
export const manyPeople = 10;

export const measures = {
  received: {
    question: 'How many reports came?',
    definition: 'Every submission of the period, whatever has become of it.',
    counts: Prisma.sql`true`,
  },
  assessed: {
    question: 'How many were assessed?',
    definition: 'An officer has finished the assessment.',
    counts: assessed,
  },
  disseminated: {
    question: 'Of how many did something go out?',
    definition: 'Assessed, and at least one item of it was disseminated and not called back.',
    counts: Prisma.sql`${assessed} AND ${disseminated}`,
  },
  acknowledged: {
    question: 'Of how many was that acknowledged?',
    definition:
      'Disseminated, and at least one recipient has acknowledged it, or an officer noted that they did.',
    counts: Prisma.sql`${assessed} AND ${disseminated} AND ${acknowledged}`,
  },
  result: {
    question: 'How many of those had a result?',
    definition: 'Acknowledged, and at least one of the results below is recorded.',
    counts: Prisma.sql`${assessed} AND ${disseminated} AND ${acknowledged} AND ${result}`,
  },
  told: {
    question: 'How many partners have their answer?',
    definition: 'The partner has been told an outcome, whatever it was.',
    counts: Prisma.sql`s.answered_at IS NOT NULL`,
  },
  closed: {
    question: 'How many are closed?',
    definition: 'Closed with an outcome; what was rejected or withdrawn is not among them.',
    counts: Prisma.sql`s.status = 'closed'`,
  },
  crowded: {
    question: 'How many name a place with ten or more people?',
    definition: `A place of the report is thought to hold at least ${manyPeople} people, as the partner said.`,
    counts: Prisma.sql`EXISTS (SELECT 1 FROM submission_place p WHERE p.submission_id = s.id AND p.people_estimate >= ${manyPeople})`,
  },
  visit: {
    question: 'How many led to a visit?',
    definition: 'A visit is recorded as what came of it.',
    counts: recorded('visit'),
  },
  warrant: {
    question: 'How many led to a warrant?',
    definition: 'A warrant is recorded as what came of it.',
    counts: recorded('warrant'),
  },
  arrests: {
    question: 'How many people were arrested?',
    definition:
      'Arrests are recorded as what came of it: the people of all of these records together. Somebody who was arrested twice counts twice.',
    counts: recorded('arrests'),
    people: Prisma.sql`came.arrests`,
  },
  safeguarded: {
    question: 'How many people were safeguarded?',
    definition:
      'People safeguarded are recorded as what came of it: the people of all of these records together.',
    counts: recorded('safeguarded'),
    people: Prisma.sql`came.safeguarded`,
  },
  crime: {
    question: 'How many led to a crime number?',
    definition: 'A crime number is recorded.',
    counts: recorded('crime'),
  },
  referral: {
    question: 'How many led to an NRM referral or a duty to notify report?',
    definition: 'Either is recorded, made by police or named by the partner and confirmed.',
    counts: referral,
  },
  'no-crime': {
    question: 'How many of those have no crime number?',
    definition:
      'A referral or a duty to notify report is recorded, and no crime. A crime report is made for every referral.',
    counts: Prisma.sql`${referral} AND NOT ${recorded('crime')}`,
  },
  safeguarding: {
    question: 'How many led to a safeguarding referral?',
    definition: 'A referral to an agency that safeguards is recorded.',
    counts: recorded('safeguarding'),
  },
  disruption: {
    question: 'How many led to a disruption?',
    definition: 'A disruption is recorded as what came of it.',
    counts: recorded('disruption'),
  },
  'any-result': {
    question: 'How many had any of these results?',
    definition: 'At least one of the results above is recorded, whether or not anything was disseminated.',
    counts: result,
  },
  'seen-late': late('seen'),
  'assessed-late': late('assessed'),
  'answered-late': late('answered'),
  'to-see': waiting('seen'),
  'to-assess': waiting('assessed'),
  'to-answer': waiting('answered'),
  'only-acted': {
    question: 'Of how many did a recipient say that they acted, and no result is recorded?',
    definition: 'A recipient answered “acted”, and none of the results above is recorded. They can be asked.',
    counts: Prisma.sql`${acted} AND NOT ${result}`,
  },
  judged: {
    question: 'How many answers did partners judge?',
    definition:
      'Whoever sent the report said whether the answer was useful. Nobody has to. Where a report had several answers, what was said last counts.',
    counts: Prisma.sql`judged.submission_id IS NOT NULL`,
  },
  useful: judgedAs('yes', 'How many of those answers were useful?'),
  'partly-useful': judgedAs('partly', 'How many were partly useful?'),
  'not-useful': judgedAs('no', 'How many were not useful?'),
  'wish-sooner': wished('sooner', 'to have it sooner'),
  'wish-done': wished('what_was_done', 'to know more of what was done'),
  'wish-next': wished('what_next', 'to know what they can do next'),
  'wish-plainer': wished('plainer', 'plainer words'),
  'wish-other': wished('other', 'something else'),
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof measures;
export const measureCodes = Object.keys(measures) as MeasureCode[];
export const isMeasure = (code: string): code is MeasureCode => Object.hasOwn(measures, code);
export const measureOf = (code: MeasureCode): Measure => measures[code];

/** From report to result: each step counts those of the step before that went on. */
export const chain = ['received', 'assessed', 'disseminated', 'acknowledged', 'result'] as const;
/** How many of each step are late, and how many wait for it. */
export const clocks = {
  seen: { late: 'seen-late', open: 'to-see' },
  assessed: { late: 'assessed-late', open: 'to-assess' },
  answered: { late: 'answered-late', open: 'to-answer' },
} as const satisfies Record<Step, { late: MeasureCode; open: MeasureCode }>;
/** What came of it, whichever way it went. */
export const results = [
  'visit',
  'warrant',
  'arrests',
  'safeguarded',
  'crime',
  'referral',
  'no-crime',
  'safeguarding',
  'disruption',
  'any-result',
  'only-acted',
  'told',
  'closed',
  'crowded',
] as const;

/** What partners said of their answers: how many did, how useful they were, and what they would have liked. */
export const usefulness = {
  judged: 'judged',
  said: ['useful', 'partly-useful', 'not-useful'],
  wishes: ['wish-sooner', 'wish-done', 'wish-next', 'wish-plainer', 'wish-other'],
} as const satisfies Record<string, MeasureCode | readonly MeasureCode[]>;
