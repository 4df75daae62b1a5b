import type { Condition } from './condition.ts';
import type { RuleSet } from './rules.ts';

/** Codes of the form by which a community is known: each once, in the order of the rules. */
export type Communities = { languages: string[]; nationalities: string[] };

/**
 * The communities that the force states it listens for: the languages and nationalities by which its rules link reports to
 * the plan. What a rule leaves out is none.
 */
export function listedCommunities({ rules }: RuleSet): Communities {
  const linking = rules.filter(({ then }) => then.planItems !== undefined).map(({ when }) => when);
  const of = (fact: 'languages' | 'nationalities') => [
    ...new Set(linking.flatMap((condition) => listed(condition, fact))),
  ];
  return { languages: of('languages'), nationalities: of('nationalities') };
}

function listed(condition: Condition, fact: 'languages' | 'nationalities'): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => listed(part, fact));
  if ('any' in condition) return condition.any.flatMap((part) => listed(part, fact));
  return 'includesAny' in condition && condition.fact === fact ? condition.includesAny : [];
}
