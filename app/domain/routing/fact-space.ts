import { guessAnswers } from './facts.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';
import { listFacts, yesOrNoFacts, type Condition } from './condition.ts';
import { both, either, not, type Formula, type Variables } from './satisfy.ts';

type ListFact = (typeof listFacts)[number];

/** Values of a list fact that the same conditions name: no rule can tell them apart. */
export type ValueClass = { variable: string; values: string[] };

/** All facts that a submission can have, as far as some conditions can tell them apart: a finite space. */
export type FactSpace = {
  variables: Variables;
  /** The relations between facts that hold for every submission, as `deriveFacts` and `conditionFacts` make them. */
  possible: Formula;
  formulaOf: (condition: Condition) => Formula;
  classes: Readonly<Record<ListFact, ValueClass[]>>;
};

/** A value that no condition names stands for all of those. */
const unnamed = '(another)';
const folded = (text: string): string => text.trim().toLowerCase();
const yes = 'yes';
const no = 'no';
const unknown = 'unknown';

type Comparison = Exclude<
  Condition,
  { always: true } | { all: Condition[] } | { any: Condition[] } | { not: Condition }
>;

function comparisonsOf(condition: Condition): Comparison[] {
  if ('always' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

/** Sorts all values into classes by the lists that name them, and one class more for the values that none names. */
function classesOf(fact: ListFact, lists: readonly string[][], universe: readonly string[]): ValueClass[] {
  const named = [...new Set([...universe, ...lists.flat()].map(folded))];
  const bySignature = new Map<string, string[]>();
  for (const value of named) {
    const signature = lists.map((list) => (list.map(folded).includes(value) ? '1' : '0')).join('');
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), value]);
  }
  const classes = [...bySignature.values()].map((values) => ({
    variable: `${fact} ${values[0] ?? ''}`,
    values,
  }));
  // Areas are known to the last one; of the others the form has more values than any condition names.
  return fact === 'areas' ? classes : [...classes, { variable: `${fact} ${unnamed}`, values: [unnamed] }];
}

const has = (variable: string, ...values: string[]): Formula => ({ variable, in: values });
const includes = ({ variable }: ValueClass): Formula => has(variable, yes);

/** The space in which these conditions are asked. `areas` are the codes of all areas of the force. */
export function factSpace(conditions: readonly Condition[], areas: readonly string[]): FactSpace {
  const comparisons = conditions.flatMap(comparisonsOf);
  const listsOf = (fact: ListFact) =>
    comparisons.flatMap((one) => ('includesAny' in one && one.fact === fact ? [one.includesAny] : []));
  const known = new Set(areas.map(folded));
  const classes = Object.fromEntries(
    listFacts.map((fact) => [fact, classesOf(fact, listsOf(fact), fact === 'areas' ? areas : [])]),
  ) as Record<ListFact, ValueClass[]>;
  // A submission is never in an area that the force does not have.
  classes.areas = classes.areas.flatMap((one) => {
    const values = one.values.filter((value) => known.has(value));
    return values.length > 0 ? [{ ...one, values }] : [];
  });
  const thresholds = [
    ...new Set(comparisons.flatMap((one) => ('atLeast' in one ? [one.atLeast] : []))),
  ].toSorted((one, other) => one - other);

  const variables = new Map<string, readonly string[]>([
    ...yesOrNoFacts.map((fact): [string, string[]] => [fact, [yes, no]]),
    ['sourceCouldBeGuessed', guessAnswers],
    ['organisationKind', organisationKinds],
    ['channel', channels],
    ['largestPeopleEstimate', [unknown, '0', ...thresholds.map(String)]],
    ...Object.values(classes).flatMap((some) =>
      some.map(({ variable }): [string, string[]] => [variable, [yes, no]]),
    ),
  ]);

  function formulaOf(condition: Condition): Formula {
    if ('always' in condition) return both();
    if ('all' in condition) return { all: condition.all.map(formulaOf) };
    if ('any' in condition) return { any: condition.any.map(formulaOf) };
    if ('not' in condition) return not(formulaOf(condition.not));
    if ('is' in condition) return has(condition.fact, condition.is ? yes : no);
    if ('atLeast' in condition)
      return has(
        condition.fact,
        ...thresholds.filter((threshold) => threshold >= condition.atLeast).map(String),
      );
    if ('includesAny' in condition) {
      const wanted = new Set(condition.includesAny.map(folded));
      return {
        any: classes[condition.fact]
          .filter(({ values }) => values.some((value) => wanted.has(value)))
          .map(includes),
      };
    }
    return has(condition.fact, ...condition.in);
  }

  return { variables, possible: possibleFacts(classes), formulaOf, classes };
}

const isSo = (fact: (typeof yesOrNoFacts)[number]): Formula => has(fact, yes);
const follows = (when: Formula, then: Formula): Formula => either(not(when), then);
const same = (one: Formula, other: Formula): Formula => both(follows(one, other), follows(other, one));

function possibleFacts(classes: FactSpace['classes']): Formula {
  const { areas } = classes;
  const someArea: Formula = { any: areas.map(includes) };
  const twoAreas: Formula = {
    any: areas.flatMap((one, index) => [
      ...(one.values.length > 1 ? [includes(one)] : []),
      ...areas.slice(index + 1).map((other) => both(includes(one), includes(other))),
    ]),
  };
  // Two classes of areas are two areas; one class is one area unless it has several.
  const certainlyTwo: Formula = {
    any: areas.flatMap((one, index) =>
      areas.slice(index + 1).map((other) => both(includes(one), includes(other))),
    ),
  };
  return both(
    follows(isSo('victimWantsContact'), isSo('onBehalfOfVictim')),
    same(isSo('typeGiven'), { any: classes.exploitationTypes.map(includes) }),
    follows(isSo('severalAreas'), twoAreas),
    follows(certainlyTwo, isSo('severalAreas')),
    same(
      not(isSo('noPlace')),
      either(someArea, isSo('outOfForce'), isSo('ambiguous'), isSo('unknownPostcode')),
    ),
    follows(not(isSo('noPlace')), isSo('placeGiven')),
  );
}
