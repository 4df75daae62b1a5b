import { z } from 'zod';
import { shownAtTimes } from '../kernel/fields.ts';
import { guessAnswers } from './facts.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';
import { conditionSchema, listFacts, yesOrNoFacts, type Condition } from './condition.ts';
import { unknownPlaceholders } from './reason.ts';
import { formCode, valueWords, type ValueNames } from './rule-words.ts';
import { longestRuleName, type RoutingRule } from './rules.ts';

/** The form of a rule, as it was posted or is to be shown: each field with its values. */
export type RuleFields = Readonly<Record<string, readonly string[]>>;

const choiceFacts = {
  sourceCouldBeGuessed: guessAnswers,
  organisationKind: organisationKinds,
  channel: channels,
} as const;
const writtenLists = ['languages', 'nationalities'] as const;

export const factField = (fact: string): string => `fact-${fact}`;

const typed = z.string().transform((value) => [value]);
/** Chosen, or of a condition, which the last rule does not show. */
const chosen = shownAtTimes().transform((value) => [value]);
const several = z.array(z.string());

const ofEach = <Field extends z.ZodType>(facts: readonly string[], field: Field): Record<string, Field> =>
  Object.fromEntries(facts.map((fact) => [factField(fact), field]));

/** The form of a rule, as typed. */
export const ruleForm = z.object({
  name: typed,
  condition: chosen,
  join: chosen,
  ...ofEach(yesOrNoFacts, chosen),
  ...ofEach([...Object.keys(choiceFacts), 'exploitationTypes', 'areas'], several),
  ...ofEach([...writtenLists, 'largestPeopleEstimate'], chosen),
  primary: chosen,
  priority: chosen,
  restrict: chosen,
  watchers: several,
  notify: several,
  planItems: typed,
  reason: typed,
});

export const longestReason = 300;
const longestList = 80;

type Comparison = Exclude<
  Condition,
  { always: true } | { all: Condition[] } | { any: Condition[] } | { not: Condition }
>;

const isComparison = (condition: Condition): condition is Comparison => 'fact' in condition;

/** The comparisons of a condition that the form can show: one level, each fact once. Null for anything deeper. */
function flat(condition: Condition): { join: 'all' | 'any'; parts: Comparison[] } | null {
  const join = 'any' in condition ? 'any' : 'all';
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  if (!parts.every(isComparison)) return null;
  const facts = new Set(parts.map(({ fact }) => fact));
  return facts.size === parts.length ? { join, parts } : null;
}

/** Whether the form can take a condition apart; otherwise it is shown in words, to keep or to replace. */
export const isEditable = (condition: Condition): boolean => flat(condition) !== null;

function valuesOf(part: Comparison, names: ValueNames): string[] {
  if ('is' in part) return [part.is ? 'yes' : 'no'];
  if ('atLeast' in part) return [String(part.atLeast)];
  if ('in' in part) return part.in;
  return part.fact === 'languages' || part.fact === 'nationalities'
    ? [part.includesAny.map((code) => valueWords(part.fact, code, names)).join(', ')]
    : part.includesAny;
}

/** A rule as the form shows it. */
export function fieldsOfRule(rule: RoutingRule, names: ValueNames): Record<string, string[]> {
  const { then } = rule;
  const condition = flat(rule.when);
  return {
    name: rule.name === undefined ? [] : [rule.name],
    reason: [rule.reason],
    condition: [condition === null ? 'keep' : 'write'],
    join: [condition?.join ?? 'all'],
    ...Object.fromEntries(
      (condition?.parts ?? []).map((part) => [factField(part.fact), valuesOf(part, names)]),
    ),
    primary: [then.primary?.kind ?? 'none'],
    watchers: (then.watchers ?? []).map(({ kind }) => kind),
    priority: [then.priority ?? 'none'],
    restrict: then.restrict ? ['yes'] : [],
    planItems: [(then.planItems ?? []).join('\n')],
    notify: then.notify ?? [],
  };
}

/** A rule as read from the form, or one sentence for each field that is wrong. */
export type ReadRule = { rule: RoutingRule } | { errors: Record<string, string> };

export type ReadingRule = {
  /** The rule that is changed; null for a new one. */
  existing: RoutingRule | null;
  /** The last rule always applies: its condition is not read. */
  isLast: boolean;
  /** Codes of the other rules. */
  taken: readonly string[];
  names: ValueNames;
};

export function readRule(fields: RuleFields, { existing, isLast, taken, names }: ReadingRule): ReadRule {
  const errors: Record<string, string> = {};
  const one = (field: string) => fields[field]?.[0]?.trim() ?? '';
  const name = one('name');
  if (name === '') errors.name = 'Enter a name';
  else if (name.length > longestRuleName) errors.name = `Name must be ${longestRuleName} characters or less`;
  const when = isLast && existing ? existing.when : readCondition(fields, existing, names, errors);
  const reason = one('reason');
  const [unknown] = unknownPlaceholders(reason);
  if (reason === '') errors.reason = 'Enter the reason that officers read';
  else if (reason.length > longestReason)
    errors.reason = `Reason must be ${longestReason} characters or less`;
  else if (unknown !== undefined) errors.reason = `There is nothing to put in place of {${unknown}}`;
  const then = readEffects(fields);
  if (isLast && !['fib', 'force_spoc'].includes(then.primary?.kind ?? ''))
    errors.primary = 'Select a queue that exists without an area: this rule answers for all that is left';
  else if (Object.keys(then).length === 0)
    errors.primary = 'Select what the rule does: a queue, a priority, or something else below';
  if (Object.keys(errors).length > 0 || when === null) return { errors };
  return { rule: { code: existing?.code ?? codeOf(name, taken), name, when, then, reason } };
}

function readEffects(fields: RuleFields): RoutingRule['then'] {
  const targets = ['fib', 'area', 'force_spoc', 'area_or_force_spoc'] as const;
  const target = (kind: (typeof targets)[number]) =>
    kind === 'area' ? ({ kind, of: 'place' } as const) : { kind };
  const primary = targets.find((kind) => kind === fields.primary?.[0]);
  const watchers = targets.filter((kind) => fields.watchers?.includes(kind));
  const priority = (['high', 'medium', 'low'] as const).find((each) => each === fields.priority?.[0]);
  const notify = (['duty_list', 'mds_lead'] as const).filter((each) => fields.notify?.includes(each));
  const planItems = [...new Set(listed(fields.planItems?.[0]))];
  return {
    ...(primary ? { primary: target(primary) } : {}),
    ...(watchers.length > 0 ? { watchers: watchers.map(target) } : {}),
    ...(priority ? { priority } : {}),
    ...(fields.restrict?.[0] === 'yes' ? { restrict: true as const } : {}),
    ...(planItems.length > 0 ? { planItems } : {}),
    ...(notify.length > 0 ? { notify } : {}),
  };
}

const listed = (written = ''): string[] =>
  written
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, longestList);

function readCondition(
  fields: RuleFields,
  existing: RoutingRule | null,
  names: ValueNames,
  errors: Record<string, string>,
): Condition | null {
  if (existing !== null && !isEditable(existing.when) && fields.condition?.[0] !== 'write')
    return existing.when;
  const parts: unknown[] = [];
  for (const fact of yesOrNoFacts) {
    const [value] = fields[factField(fact)] ?? [];
    if (value === 'yes' || value === 'no') parts.push({ fact, is: value === 'yes' });
  }
  for (const [fact, values] of Object.entries(choiceFacts)) {
    const chosen = values.filter((value) => fields[factField(fact)]?.includes(value));
    if (chosen.length > 0) parts.push({ fact, in: chosen });
  }
  for (const fact of listFacts) {
    const chosen = readList(fact, fields, names, errors);
    if (chosen.length > 0) parts.push({ fact, includesAny: chosen });
  }
  const people = fields[factField('largestPeopleEstimate')]?.[0]?.trim() ?? '';
  if (/^[1-9]\d{0,4}$/.test(people)) parts.push({ fact: 'largestPeopleEstimate', atLeast: Number(people) });
  else if (people !== '')
    errors[factField('largestPeopleEstimate')] = 'Number of people must be a whole number from 1';
  if (parts.length === 0 && Object.keys(errors).every((field) => !field.startsWith('fact-'))) {
    errors.join = 'Select at least one condition';
  }
  const join = fields.join?.[0] === 'any' ? 'any' : 'all';
  const read = conditionSchema.safeParse(parts.length === 1 ? parts[0] : { [join]: parts });
  return read.success ? read.data : null;
}

function readList(
  fact: (typeof listFacts)[number],
  fields: RuleFields,
  names: ValueNames,
  errors: Record<string, string>,
): string[] {
  const posted = fields[factField(fact)] ?? [];
  if (fact === 'exploitationTypes' || fact === 'areas') return [...new Set(posted)].slice(0, longestList);
  const written = listed(posted[0]);
  const strange = written.find((one) => formCode(fact, one, names) === null);
  if (strange !== undefined)
    errors[factField(fact)] =
      `“${strange.slice(0, 40)}” is not in the form’s list. Separate several by commas`;
  return [...new Set(written.flatMap((one) => formCode(fact, one, names) ?? []))];
}

/** A code that no other rule has, from the name: codes stay when a name is changed, so that counts go on. */
function codeOf(name: string, taken: readonly string[]): string {
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'rule';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.includes(code)) return code;
  }
}
