import { z } from 'zod';
import { guessAnswers, type ConditionFacts } from './facts.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';

export const yesOrNoFacts = [
  'danger',
  'childInDanger',
  'child',
  'onBehalfOfVictim',
  'victimWantsContact',
  'networkMember',
  'typeGiven',
  'nrmOrDutyToNotify',
  'organisedGroup',
  'repeatVehicle',
  'outOfForce',
  'ambiguous',
  'unknownPostcode',
  'noPlace',
  'placeGiven',
  'severalAreas',
] as const satisfies (keyof ConditionFacts)[];

export const listFacts = [
  'exploitationTypes',
  'languages',
  'nationalities',
  'areas',
] as const satisfies (keyof ConditionFacts)[];

const oneOf = <const Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).min(1);

/** One question about one fact. Each kind of fact has its own comparison, so a rule cannot compare apples with pears. */
const comparison = z.union([
  z.strictObject({ fact: z.enum(yesOrNoFacts), is: z.boolean() }),
  z.strictObject({ fact: z.literal('sourceCouldBeGuessed'), in: oneOf(guessAnswers) }),
  z.strictObject({ fact: z.literal('organisationKind'), in: oneOf(organisationKinds) }),
  z.strictObject({ fact: z.literal('channel'), in: oneOf(channels) }),
  /** Upper and lower case are the same; the whole entry must match. */
  z.strictObject({ fact: z.enum(listFacts), includesAny: z.array(z.string().trim().min(1)).min(1) }),
  z.strictObject({ fact: z.literal('largestPeopleEstimate'), atLeast: z.int().positive() }),
]);

type Comparison = z.infer<typeof comparison>;

/** When a rule applies. `always` is for the rule that answers for all that no other has placed. */
export type Condition =
  Comparison | { always: true } | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const folded = (text: string): string => text.trim().toLowerCase();

function compares(question: Comparison, facts: ConditionFacts): boolean {
  if ('is' in question) return facts[question.fact] === question.is;
  if ('atLeast' in question) {
    const estimate = facts[question.fact];
    return estimate !== null && estimate >= question.atLeast;
  }
  if ('includesAny' in question) {
    const wanted = new Set(question.includesAny.map(folded));
    return facts[question.fact].some((value) => wanted.has(folded(value)));
  }
  const accepted: readonly string[] = question.in;
  return accepted.includes(facts[question.fact]);
}

/** Whether the condition holds for these facts. A fact that is not known (null) satisfies no comparison. */
export function holds(condition: Condition, facts: ConditionFacts): boolean {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return compares(condition, facts);
}
