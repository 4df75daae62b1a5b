import { channelWords, organisationKindWords, priorityWords } from '#app/domain/kernel/report-labels.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import type { listFacts, yesOrNoFacts, Condition } from './condition.ts';
import type { QueueTarget } from './queues.ts';
import type { Notice, RoutingRule } from './rules.ts';

type YesOrNoFact = (typeof yesOrNoFacts)[number];
type ListFact = (typeof listFacts)[number];

/** Each question of yes or no as a statement: how it reads when it is so, and when it is not. */
export const factStatements: Readonly<Record<YesOrNoFact, { yes: string; no: string }>> = {
  danger: { yes: 'somebody is in danger', no: 'nobody is said to be in danger' },
  childInDanger: { yes: 'a child is in danger', no: 'no child is said to be in danger' },
  onBehalfOfVictim: { yes: 'it is on behalf of a victim', no: 'it is not on behalf of a victim' },
  child: { yes: 'a child is concerned', no: 'no child is known to be concerned' },
  victimWantsContact: { yes: 'the victim wants police contact', no: 'no victim wants police contact' },
  networkMember: {
    yes: 'the organisation belongs to the partner network',
    no: 'the organisation does not belong to the partner network',
  },
  typeGiven: { yes: 'a type of exploitation is given', no: 'no type of exploitation is given' },
  nrmOrDutyToNotify: {
    yes: 'an NRM referral or a duty to notify is named',
    no: 'neither an NRM referral nor a duty to notify is named',
  },
  organisedGroup: { yes: 'an organised group is described', no: 'no organised group is described' },
  repeatVehicle: { yes: 'a vehicle was reported before', no: 'no vehicle was reported before' },
  outOfForce: { yes: 'a place lies outside the force', no: 'no place lies outside the force' },
  ambiguous: { yes: 'a postcode leaves the area open', no: 'no postcode leaves the area open' },
  unknownPostcode: { yes: 'a postcode is not known', no: 'no postcode is unknown' },
  noPlace: { yes: 'no place has a postcode', no: 'a place has a postcode' },
  placeGiven: { yes: 'a place is described', no: 'no place is described' },
  severalAreas: { yes: 'the places lie in several areas', no: 'the places do not lie in several areas' },
};

export const guessWords = { yes: 'yes', no: 'no', unsure: 'unsure' } as const;

/** The name of a list fact, before the values that are looked for. */
export const listFactWords: Readonly<Record<ListFact, string>> = {
  exploitationTypes: 'type of exploitation',
  languages: 'language of the people described',
  nationalities: 'nationality of the people described',
  areas: 'area of a place',
};

/** Names by code: of the force's areas, and of languages and nationalities as the form offers them. */
export type ValueNames = Readonly<
  Record<'areas' | 'languages' | 'nationalities', Readonly<Record<string, string>>>
>;

/** "ro" → "Romanian". A code that nothing names is shown as it is. */
export function valueWords(fact: ListFact, code: string, names: ValueNames): string {
  if (fact === 'exploitationTypes') return exploitationWords([code])[0] ?? code;
  return names[fact][code] ?? code;
}

/** The form's code for a language or nationality written as its code or its name; null for neither. */
export function formCode(
  fact: 'languages' | 'nationalities',
  written: string,
  names: ValueNames,
): string | null {
  const wanted = written.trim().toLowerCase();
  const found = Object.entries(names[fact]).find(([code, name]) =>
    [code.toLowerCase(), name.toLowerCase()].includes(wanted),
  );
  return found?.[0] ?? null;
}

/** A condition to read: a statement, or several of which all or any must be so. */
export type ConditionWords = string | { of: 'all' | 'any'; parts: ConditionWords[] };

/** A condition in words. What is negated is said the other way round, so that nobody has to read "not all of". */
export function conditionWords(condition: Condition, names: ValueNames, negated = false): ConditionWords {
  if ('always' in condition) return negated ? 'never' : 'no other rule has placed it';
  if ('not' in condition) return conditionWords(condition.not, names, !negated);
  if ('all' in condition || 'any' in condition) {
    const all = 'all' in condition;
    const parts = (all ? condition.all : condition.any).map((part) => conditionWords(part, names, negated));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { of: all === negated ? 'any' : 'all', parts };
  }
  if ('is' in condition) return factStatements[condition.fact][condition.is === negated ? 'no' : 'yes'];
  if ('atLeast' in condition)
    return negated
      ? `fewer than ${condition.atLeast} people, or an unknown number, are thought to be at every place`
      : `at least ${condition.atLeast} people are thought to be at one place`;
  if ('includesAny' in condition) {
    const values = condition.includesAny.map((code) => valueWords(condition.fact, code, names)).join(', ');
    const { length } = condition.includesAny;
    if (length === 1) return `the ${listFactWords[condition.fact]} is ${negated ? 'not ' : ''}${values}`;
    return `the ${listFactWords[condition.fact]} is ${negated ? 'none' : 'one'} of: ${values}`;
  }
  const [subject, words] = choiceWords(condition);
  return `${subject} is ${negated ? 'not ' : ''}${words.join(' or ')}`;
}

type Choice = Extract<Condition, { in: string[] }>;

function choiceWords(choice: Choice): [string, string[]] {
  if (choice.fact === 'sourceCouldBeGuessed')
    return [
      'the answer to “could someone guess who told us?”',
      choice.in.map((value) => `“${guessWords[value]}”`),
    ];
  if (choice.fact === 'organisationKind')
    return ['the organisation', choice.in.map((kind) => `a ${organisationKindWords[kind].toLowerCase()}`)];
  return ['the channel', choice.in.map((channel) => channelWords[channel].toLowerCase())];
}

/** "no-place" → "No place". */
export const ruleName = ({ code, name }: Pick<RoutingRule, 'code' | 'name'>): string => {
  if (name !== undefined) return name;
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const targetWords: Readonly<Record<QueueTarget['kind'], string>> = {
  fib: 'Force Intelligence Bureau',
  area: 'SPOC of the place’s area',
  force_spoc: 'Force SPOC',
  area_or_force_spoc: 'SPOC of the place’s area; without exactly one area, the force SPOC',
};

export const noticeWords: Readonly<Record<Notice, string>> = {
  duty_list: 'The duty list, at once',
  mds_lead: 'The MDS lead',
};

/** The actions of a rule, as rows of a name and its words; only those that it takes. */
export function effectRows({ then }: RoutingRule): { key: string; value: string }[] {
  const rows: (false | { key: string; value: string })[] = [
    then.primary !== undefined && { key: 'Sends to', value: targetWords[then.primary.kind] },
    then.watchers !== undefined && {
      key: 'Watched by',
      value: then.watchers.map(({ kind }) => targetWords[kind]).join('; '),
    },
    then.priority !== undefined && { key: 'Priority', value: priorityWords[then.priority] },
    then.restrict === true && { key: 'Restricts', value: 'Only FIB sees it' },
    then.notify !== undefined && {
      key: 'Tells',
      value: then.notify.map((notice) => noticeWords[notice]).join('; '),
    },
    then.planItems !== undefined && { key: 'Links to the plan', value: then.planItems.join(', ') },
  ];
  return rows.filter((row) => row !== false);
}
