import { z } from 'zod';
import { outcomeCodes, type Outcome } from '../kernel/outcomes.ts';
import { finalStatuses, type Status } from '../kernel/statuses.ts';

const text = z.string().trim().min(1);

/** The groups of the Code of Practice by which policing information is reviewed; 1 is kept longest. */
const reviewGroups = [1, 2, 3, 4] as const;
export type ReviewGroup = (typeof reviewGroups)[number];

/**
 * What happens to reports of one kind when their time has run out. `when` holds of a report where each part that is given
 * holds; `reviewGroup` is the strictest group of its intelligence items. Time counts in months from the day on which the
 * report ended, and where an item has its own review date, from nothing but that.
 */
const reportRuleSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A code is lower case with hyphens'),
  /** What it holds for, and why so long: shown to decision-makers and in the data protection impact assessment. */
  what: text,
  why: text,
  when: z.strictObject({
    statuses: z.array(z.enum(finalStatuses as [Status, ...Status[]])).optional(),
    outcomes: z.array(z.enum(outcomeCodes as [Outcome, ...Outcome[]])).optional(),
    reviewGroup: z.union(reviewGroups.map((group) => z.literal(group))).optional(),
    /** The reference of the sharing agreement of the organisation that sent it, where that agreement names a time. */
    agreement: text.optional(),
  }),
  months: z.int().positive(),
  /** `dispose`: it goes unless somebody says why it is kept. `review`: somebody looks whether it is still needed. */
  then: z.enum(['dispose', 'review']),
});
export type ReportRule = z.infer<typeof reportRuleSchema>;

/** Days after which a job removes what no person decides about. */
const clearedSchema = z.strictObject({
  /** Sessions, from their longest end. */
  sessions: z.int().positive(),
  /** Invitations and links for a new password, from when they run out. */
  links: z.int().positive(),
  /** Jobs and the mails that were among them, from when they were done. */
  jobs: z.int().positive(),
});

const endsWithAll = (rules: readonly ReportRule[]): boolean =>
  rules.every(({ when }, index) => (Object.keys(when).length === 0) === (index === rules.length - 1));

/**
 * How long a force keeps what it holds. The first rule that holds of a report is its rule, and the last holds of every
 * report. The review groups are those of the Police Information and Records Management Code of Practice 2023 (earlier: of
 * MoPI, 2005). Drafts are kept as `drafts` says.
 */
export const retentionSchema = z.strictObject({
  /** On what it rests, as shown. */
  basis: text,
  reports: z
    .array(reportRuleSchema)
    .min(1)
    .refine(endsWithAll, 'The last rule, and no other, holds of every report')
    .refine(
      (rules) => new Set(rules.map(({ code }) => code)).size === rules.length,
      'Two rules have one code',
    ),
  cleared: clearedSchema,
});
export type Retention = z.infer<typeof retentionSchema>;

/** Of a pack that was loaded before retention was the force's own: somebody looks at each report after ten years. */
export const cautiousRetention: Retention = {
  basis: 'Police Information and Records Management Code of Practice 2023',
  reports: [
    {
      code: 'all',
      what: 'Every report that has ended',
      why: 'The force has not said how long it keeps reports.',
      when: {},
      months: 120,
      then: 'review',
    },
  ],
  cleared: { sessions: 90, links: 30, jobs: 7 },
};

/** After how many months a force looks at what is of a group. Which rule one report has, the database says (due_by_rule). */
export function monthsOfGroup({ reports }: Retention, group: ReviewGroup): number {
  const rule = reports.find(({ when }) => when.reviewGroup === group) ?? reports.at(-1);
  // The schema lets no list end without a rule that holds of everything.
  if (!rule) throw new Error('No rule of retention holds of this group');
  return rule.months;
}
