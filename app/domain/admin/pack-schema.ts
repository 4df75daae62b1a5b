import { z } from 'zod';
import { planFileSchema } from '#app/domain/plan/plan-pack-schema.ts';
import { packFormSchema } from '#app/domain/form/form-pack.ts';
import { postcodeScopes } from '#app/domain/kernel/postcode-reading.ts';
import { ruleSetSchema } from '#app/domain/routing/rules.ts';
import { formAgreementSchema, proposedForm } from '../form/form-agreement.ts';
import { inconsistencies } from './pack-consistency.ts';
import { codeSchema, daySchema, packSettingsSchema, type PackSettings } from '../force/pack-settings.ts';

const validity = { validFrom: daySchema, validTo: daySchema.nullable() };

const areaSchema = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  localAuthority: z.string().min(1),
  ...validity,
});

/** `area` is the code of an area for the kind `area`, and null for the others. */
const queueSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    code: codeSchema,
    name: z.string().min(1),
    kind: z.enum(['fib', 'force_spoc']),
    area: z.null(),
  }),
  z.strictObject({
    code: codeSchema,
    name: z.string().min(1),
    kind: z.literal('area'),
    area: z.string().min(1),
  }),
]);

const share = z.number().min(0).max(1);

const postcodeSchema = z.strictObject({
  scope: z.enum(postcodeScopes),
  code: z.string().min(2),
  primary: z.string().min(1),
  primaryShare: share,
  shares: z.record(z.string(), share),
  ...validity,
});

/** A dated event that annotates the charts of the plan, such as a campaign. */
const planEventSchema = z.strictObject({ on: daySchema, title: z.string().trim().min(1) });

const packContentsSchema = packSettingsSchema.omit({ proposedForm: true }).extend({
  areas: z.array(areaSchema).min(1),
  queues: z.array(queueSchema),
  postcodes: z.array(postcodeSchema),
  routing: ruleSetSchema,
  /** As they were published: what was routed by them names them. */
  earlierRouting: z.array(ruleSetSchema).default([]),
  planEvents: z.array(planEventSchema),
  forms: z.array(packFormSchema).min(1),
  formAgreements: z.array(formAgreementSchema).default([]),
  plan: planFileSchema,
});
export type ForcePack = z.infer<typeof packContentsSchema>;

/**
 * Everything that is one force's own. Refused unless its parts agree: areas with queues, rules with plan items,
 * postcodes with areas (see `inconsistencies`).
 */
export const forcePackSchema = packContentsSchema.superRefine((pack, context) => {
  for (const message of inconsistencies(pack)) context.addIssue({ code: 'custom', message });
});

const settingsAlone = z.object(packSettingsSchema.shape);

/** The part of a pack that the portal reads while it runs: without areas, postcodes, queues, rules, plan and agreed forms. */
export function settingsOf(pack: ForcePack): PackSettings {
  return settingsAlone.parse({ ...pack, proposedForm: proposedForm(pack) });
}
