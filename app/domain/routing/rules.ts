import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { unknownPlaceholders } from './reason.ts';

const targetSchema = z.union([
  z.strictObject({ kind: z.literal('fib') }),
  z.strictObject({ kind: z.literal('area'), of: z.literal('place') }),
  z.strictObject({ kind: z.literal('force_spoc') }),
  z.strictObject({ kind: z.literal('area_or_force_spoc') }),
]);

/** Who may be told at submit: those on the duty list of High submissions, or the MDS lead. */
export const noticeSchema = z.enum(['duty_list', 'mds_lead']);
export type Notice = z.infer<typeof noticeSchema>;

const codeSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A rule code is lower case with hyphens');

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .refine(
    (reason) => unknownPlaceholders(reason).length === 0,
    'The reason uses a placeholder that does not exist',
  );

export const longestRuleName = 80;

const planItemsSchema = z.array(z.string().min(1)).min(1);

/**
 * One routing rule. `reason` is the sentence kept with the submission, with placeholders such as {areas} and {queue}
 * (see `placeholders`). A rule without effects would be a mistake and is refused.
 */
const ruleSchema = z.strictObject({
  code: codeSchema,
  /** As people call it; where none is given, its code in words. */
  name: z.string().trim().min(1).max(longestRuleName).optional(),
  when: conditionSchema,
  then: z
    .strictObject({
      primary: targetSchema.optional(),
      watchers: z.array(targetSchema).min(1).optional(),
      priority: z.enum(['high', 'medium', 'low']).optional(),
      restrict: z.literal(true).optional(),
      planItems: planItemsSchema.optional(),
      notify: z.array(noticeSchema).min(1).optional(),
    })
    .refine((effects) => Object.keys(effects).length > 0, 'A rule must do something'),
  reason: reasonSchema,
});
export type RoutingRule = z.infer<typeof ruleSchema>;

/** A plan link made when an item is disseminated to a queue of this kind, rather than at submit. */
const disseminationRuleSchema = z.strictObject({
  code: codeSchema,
  to: z.enum(['fib', 'area', 'force_spoc']),
  planItems: planItemsSchema,
  reason: z.string().trim().min(1),
});
export type DisseminationRule = z.infer<typeof disseminationRuleSchema>;

function endsInCatchAll(rules: RoutingRule[]): boolean {
  const last = rules.at(-1);
  if (last === undefined || !('always' in last.when)) return false;
  const primary = last.then.primary?.kind;
  return primary === 'fib' || primary === 'force_spoc';
}

/**
 * A published version of the rules: ordered, immutable. Refused unless it ends in a rule that applies always and names
 * a queue that exists without an area, so that no submission can be left without a queue.
 */
export const ruleSetSchema = z
  .strictObject({
    version: z.int().positive(),
    rules: z
      .array(ruleSchema)
      .refine(endsInCatchAll, 'The last rule must apply always and send to FIB or the force SPOC')
      .refine(
        (rules) => rules.slice(0, -1).every((rule) => !('always' in rule.when)),
        'Only the last rule may apply always',
      ),
    onDissemination: z.array(disseminationRuleSchema),
  })
  .refine(
    ({ rules, onDissemination }) => {
      const codes = [...rules, ...onDissemination].map((rule) => rule.code);
      return new Set(codes).size === codes.length;
    },
    { message: 'Two rules have the same code', path: ['rules'] },
  );
export type RuleSet = z.infer<typeof ruleSetSchema>;

/** Every plan item that a rule set can link, each once. */
export function linkedPlanItems(ruleSet: RuleSet): string[] {
  return [
    ...new Set([
      ...ruleSet.rules.flatMap((rule) => rule.then.planItems ?? []),
      ...ruleSet.onDissemination.flatMap((rule) => rule.planItems),
    ]),
  ];
}

/** The plan links made by disseminating to a queue of this kind, each item once with the rule that gave it. */
export function disseminationLinks(
  ruleSet: RuleSet,
  to: DisseminationRule['to'],
): { item: string; rule: string; reason: string }[] {
  const links = new Map<string, { item: string; rule: string; reason: string }>();
  for (const rule of ruleSet.onDissemination.filter((one) => one.to === to)) {
    for (const item of rule.planItems) {
      if (!links.has(item)) links.set(item, { item, rule: rule.code, reason: rule.reason });
    }
  }
  return [...links.values()];
}
