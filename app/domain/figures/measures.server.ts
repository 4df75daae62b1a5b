import { Prisma } from '#app/platform/db/generated/client.ts';

/**
 * The measures of what became of reports, each in one place: what it answers, what it counts in words, and the condition on
 * `submission s` that counts it. The figure is how many of the period fit, the rows behind it are those that do, and a test
 * counts each anew from the rows without this SQL. Unit: submissions that were received in the period and are still kept,
 * as they stand now. For the MDS lead and FIB supervisors, nothing suppressed; the rows for who may read submissions.
 */
export type Measure = { question: string; definition: string; counts: Prisma.Sql };

const standingDissemination = Prisma.sql`dissemination d WHERE d.submission_id = s.id
  AND NOT EXISTS (SELECT 1 FROM dissemination_recall c WHERE c.dissemination_id = d.id)`;
const assessed = Prisma.sql`s.assessed_at IS NOT NULL`;
const disseminated = Prisma.sql`EXISTS (SELECT 1 FROM ${standingDissemination})`;
const acknowledged = Prisma.sql`EXISTS (SELECT 1 FROM ${standingDissemination} AND d.acknowledged_at IS NOT NULL)`;
const acted = Prisma.sql`EXISTS (SELECT 1 FROM ${standingDissemination}
  AND EXISTS (SELECT 1 FROM dissemination_message m WHERE m.dissemination_id = d.id AND m.kind = 'acted'))`;
const recorded = (kind: string) => Prisma.sql`has_record(s.id, ${kind})`;
const crime = recorded('crime');
const referral = Prisma.sql`(${recorded('nrm')} OR ${recorded('duty_to_notify')})`;
const safeguarding = recorded('safeguarding');
const result = Prisma.sql`(${acted} OR ${crime} OR ${referral} OR ${safeguarding})`;

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
    definition:
      'Acknowledged, and a recipient answered that they acted, or the submission has a crime number, a referral to the National Referral Mechanism, a duty to notify report or a safeguarding referral.',
    counts: Prisma.sql`${assessed} AND ${disseminated} AND ${acknowledged} AND ${result}`,
  },
  told: {
    question: 'How many partners have their answer?',
    definition: 'The partner has been told an outcome, whatever it was.',
    counts: Prisma.sql`s.answered_at IS NOT NULL`,
  },
  acted: {
    question: 'Of how many did a recipient say that they acted?',
    definition: 'A recipient of something disseminated from it answered “acted”.',
    counts: acted,
  },
  crime: {
    question: 'How many led to a crime number?',
    definition: 'A crime number stands among its records elsewhere.',
    counts: crime,
  },
  referral: {
    question: 'How many led to an NRM referral or a duty to notify report?',
    definition: 'Either stands among its records elsewhere, made by police or named by the partner.',
    counts: referral,
  },
  safeguarding: {
    question: 'How many led to a safeguarding referral?',
    definition: 'One stands among its records elsewhere.',
    counts: safeguarding,
  },
  'any-result': {
    question: 'How many had any of these results?',
    definition: 'At least one of the results above, whether or not anything was disseminated.',
    counts: result,
  },
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof measures;
export const measureCodes = Object.keys(measures) as MeasureCode[];
export const isMeasure = (code: string): code is MeasureCode => Object.hasOwn(measures, code);

/** From report to result: each step counts those of the step before that went on. */
export const chain = ['received', 'assessed', 'disseminated', 'acknowledged', 'result'] as const;
/** What came of it, whichever way it went. */
export const results = ['crime', 'referral', 'safeguarding', 'acted', 'any-result', 'told'] as const;
