import { mayBePrimary } from '#app/domain/submission/path-to-closed.ts';
import type { Condition } from './condition.ts';
import { factSpace, type FactSpace } from './fact-space.ts';
import type { QueueTarget } from './queues.ts';
import type { RoutingRule, RuleSet } from './rules.ts';
import { both, either, not, satisfy, type Formula } from './satisfy.ts';

/** A fault of a set of rules, as a sentence; `rule` is the code of the rule that is to be changed, if it is one. */
export type RuleSetFault = { rule: string | null; text: string };

/** The codes to which the rules may refer: of all areas, and of the plan items that can be linked. */
export type KnownToRules = { areas: readonly string[]; planItems: readonly string[] };

type Placed = {
  rule: RoutingRule;
  /** When its effects apply; the last rule applies to what no other has placed. */
  applies: Formula;
  /** When it is the first that names a queue; null when it names none. */
  decides: Formula | null;
};

function placedRules(rules: readonly RoutingRule[], space: FactSpace): Placed[] {
  const earlier: Formula[] = [];
  return rules.map((rule, index) => {
    const nobodyBefore = not({ any: [...earlier] });
    const isLast = index === rules.length - 1;
    const applies = isLast ? nobodyBefore : space.formulaOf(rule.when);
    if (rule.then.primary === undefined) return { rule, applies, decides: null };
    earlier.push(applies);
    return { rule, applies, decides: both(applies, nobodyBefore) };
  });
}

type Asked = { formula: Formula; rule: string | null };

/** Asks whether some possible submission fulfils a formula; what cannot be answered becomes a fault of its own. */
function asker(space: FactSpace, faults: RuleSetFault[]) {
  return ({ formula, rule }: Asked): boolean => {
    const found = satisfy(both(space.possible, formula), space.variables);
    if (found !== 'too_intricate') return found !== null;
    faults.push({ rule, text: 'The conditions are too intricate to be checked. Write them more simply' });
    return true;
  };
}

/**
 * Everything for which a set of rules may not be published; empty when all is well. Proved over all facts that a
 * submission can have, not tried on examples:
 * - each rule can apply, and each queue that a rule names is used for some submission;
 * - danger, or a child in danger, is always High, held by FIB and told to the duty list;
 * - a source who could be guessed is always restricted;
 * and no queue is primary whose officers could not close a submission.
 */
export function ruleSetFaults(ruleSet: RuleSet, known: KnownToRules): RuleSetFault[] {
  const faults: RuleSetFault[] = ruleSet.rules.flatMap((rule) => faultsAlone(rule, known));
  const space = factSpace([...ruleSet.rules.map(({ when }) => when), dangerous, guessable], known.areas);
  const placed = placedRules(ruleSet.rules, space);
  const exists = asker(space, faults);
  faults.push(...unreachable(placed, exists), ...unsafe(placed, space, exists));
  return faults;
}

function unreachable(placed: readonly Placed[], exists: (asked: Asked) => boolean): RuleSetFault[] {
  return placed.flatMap(({ rule, applies, decides }, index) => {
    const { code } = rule;
    const isLast = index === placed.length - 1;
    if (!exists({ formula: applies, rule: code }))
      return {
        rule: code,
        text: isLast
          ? 'The last rule is never reached: the rules before it place every submission'
          : 'No submission can fulfil the conditions of this rule',
      };
    if (decides !== null && !exists({ formula: decides, rule: code }))
      return {
        rule: code,
        text: 'This rule never decides the queue: rules before it place every submission to which it applies. Move it up, or take its queue away',
      };
    return [];
  });
}

const dangerous: Condition = {
  any: [
    { fact: 'danger', is: true },
    { fact: 'childInDanger', is: true },
  ],
};
const guessable: Condition = { fact: 'sourceCouldBeGuessed', in: ['yes', 'unsure'] };

function unsafe(
  placed: readonly Placed[],
  space: FactSpace,
  exists: (asked: Asked) => boolean,
): RuleSetFault[] {
  const danger = space.formulaOf(dangerous);
  const anyOf = (wanted: (rule: RoutingRule) => boolean): Formula =>
    either(...placed.filter(({ rule }) => wanted(rule)).map(({ applies }) => applies));
  const restricts = anyOf(({ then }) => then.restrict === true);
  const faults: RuleSetFault[] = [];
  const never = (formula: Formula, text: string, rule: string | null = null) => {
    if (exists({ formula, rule })) faults.push({ rule, text });
  };
  never(
    both(danger, not(anyOf(({ then }) => then.priority === 'high'))),
    'A submission about somebody or a child in danger would not always be High',
  );
  never(
    both(danger, not(anyOf(({ then }) => then.notify?.includes('duty_list') === true))),
    'The duty list would not always be told of a submission about somebody or a child in danger',
  );
  for (const { rule, decides } of placed)
    if (decides !== null && rule.then.primary?.kind !== 'fib')
      never(
        both(danger, decides, not(restricts)),
        'This rule would take submissions about danger away from FIB, which is told at once. Move it below the rules about danger',
        rule.code,
      );
  never(
    both(space.formulaOf(guessable), not(restricts)),
    'A submission whose source could be guessed, or might be, would not always be restricted',
  );
  return faults;
}

const kindsOf = (target: QueueTarget): string[] =>
  target.kind === 'area_or_force_spoc' ? ['area', 'force_spoc'] : [target.kind];

/** The faults of a rule by itself, whatever stands around it. */
function faultsAlone({ code, when, then }: RoutingRule, known: KnownToRules): RuleSetFault[] {
  const texts: string[] = [];
  const { primary } = then;
  if (primary && kindsOf(primary).some((kind) => !mayBePrimary(kind, { restricted: false })))
    texts.push('The officers of this queue could not close a submission, so it may not hold one');
  if (then.restrict && primary && primary.kind !== 'fib')
    texts.push('What is restricted stays with FIB. Send it to FIB, or do not restrict it');
  if (then.restrict && then.watchers)
    texts.push('Nobody watches what is restricted. Take the watching queues away, or do not restrict it');
  if (then.notify?.includes('duty_list') && then.priority !== 'high')
    texts.push('The duty list is told of High submissions only. Set the priority to High');
  for (const item of then.planItems ?? [])
    if (!known.planItems.includes(item)) texts.push(`The plan has no item “${item}” that can be linked`);
  for (const area of namedAreas(when))
    if (!known.areas.includes(area)) texts.push(`The force has no area “${area}”`);
  return texts.map((text) => ({ rule: code, text }));
}

function namedAreas(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namedAreas);
  if ('any' in condition) return condition.any.flatMap(namedAreas);
  if ('not' in condition) return namedAreas(condition.not);
  return 'includesAny' in condition && condition.fact === 'areas' ? condition.includesAny : [];
}
