import { z } from 'zod';
import { isItemMeasure, itemMeasureCodes, type ItemMeasure } from './item-measure.ts';

const text = z.string().min(1);

/** How the portal measures what the item asks for; null where only evidence tells. */
const measure = z
  .custom<ItemMeasure>(isItemMeasure, {
    error: ({ input }) =>
      input === undefined
        ? 'Say by which measure the portal counts this, or null for evidence only'
        : `Unknown measure “${JSON.stringify(input).replaceAll('"', '')}”: known are ${itemMeasureCodes.join(', ')}, and null for evidence only`,
  })
  .nullable();

/**
 * One entry of evidence (PCC aims) or commentary (local actions), word for word. `update` marks what was added after
 * the plan's first version, shown there in the given style; `redacted` means the whole entry is withheld in the source.
 */
const entrySchema = z.strictObject({
  id: text,
  text,
  update: z.boolean(),
  style: z.enum(['red', 'bold', 'italic']).nullable(),
  redacted: z.boolean(),
  activity: text.optional(),
  partlyRedacted: z.boolean().optional(),
  crossReference: z.boolean().optional(),
  joinedAcrossPageBreak: z.boolean().optional(),
  truncatedInSource: z.boolean().optional(),
});

const activitySchema = z.strictObject({
  number: text,
  text,
  measure,
  hasEvidence: z.boolean(),
  note: text.optional(),
});

const aimSchema = z.strictObject({
  ref: text,
  sourceHeading: text,
  aim: text,
  whatAreYouGoingToDo: text,
  activities: z.array(activitySchema).min(1),
  evidence: z.array(entrySchema),
  emphasisInAim: text.optional(),
  joinedAcrossPageBreak: z.array(text).optional(),
});

const themeSchema = z.strictObject({
  name: text,
  order: z.int().positive(),
  sourceHeading: text,
  actionsPresent: z.array(z.int().positive()),
  actionsMissing: z.array(z.int().positive()),
  missingReason: text,
});

const actionSchema = z.strictObject({
  ref: text,
  theme: text,
  number: z.int().positive(),
  what: text,
  measure,
  how: z.array(z.strictObject({ text, strategy: z.enum(['NS', 'S']).nullable() })),
  howIntro: text.optional(),
  responsibilityRoles: z.array(text).min(1),
  commentary: z.array(entrySchema),
  strategicLinks: z.array(text),
  strategicLinkVerbatim: text,
  note: text.optional(),
});

/** A delivery plan as a force pack holds it: what the source says, its gaps named and nothing filled in. */
export const planFileSchema = z.strictObject({
  /** The days on which it begins and ends. */
  period: z
    .strictObject({ firstDay: z.iso.date(), lastDay: z.iso.date() })
    .refine(({ firstDay, lastDay }) => firstDay <= lastDay, 'The plan ends before it begins'),
  source: z.strictObject({
    title: text,
    organisation: text,
    secondTitle: text,
    priority: text,
    leadRole: text,
    localPlanTitle: text,
    redactionsInSource: z.int().nonnegative(),
    notes: z.array(text),
    /** The tables of the source with the headings of their columns, as printed. */
    tables: z.array(z.strictObject({ title: text, columns: z.array(text).min(1) })),
  }),
  pccAims: z.array(aimSchema).min(1),
  pccNumberingGaps: z.array(z.strictObject({ number: text, note: text })),
  themes: z.array(themeSchema).min(1),
  localActions: z.array(actionSchema).min(1),
  strategicLinkKeys: z.record(text, text),
  glossary: z.record(text, text),
});
export type PlanFile = z.infer<typeof planFileSchema>;
export type PlanAim = z.infer<typeof aimSchema>;
export type PlanTheme = z.infer<typeof themeSchema>;
export type PlanAction = z.infer<typeof actionSchema>;
