import type { SubmittedDocument } from './document.ts';
import type { Form } from './held-forms.ts';

/**
 * The kinds of information that a report can hold, in the order in which a record of sharing names them, each with the
 * meanings of answers that are of it: whole, or the part before the point. Danger is none, as it tells one report from
 * another.
 */
const kinds = {
  account: ['narrative'],
  exploitation: ['exploitation', 'group'],
  names: ['person.surname', 'person.forename', 'person.alias', 'person.otherAliases'],
  age: ['person.birthDate', 'person.age', 'person.sex'],
  origin: ['person.nationality', 'person.otherNationalities', 'person.language', 'person.otherLanguages'],
  looks: ['person.description', 'person.marks'],
  addresses: ['place', 'person.address', 'organisation.address'],
  vehicles: ['vehicle'],
  numbers: [
    'contact',
    'person.phone',
    'person.otherPhones',
    'person.email',
    'person.otherEmails',
    'person.account',
  ],
  businesses: ['organisation', 'person.employer'],
  connections: ['link'],
  signs: ['signs'],
  source: ['source'],
  // Whether it is made for them is asked of every report.
  victim: ['victim.wantsContact', 'victim.language'],
  records: ['record'],
} as const satisfies Record<string, readonly string[]>;

export type KindShared = keyof typeof kinds | 'child' | 'sealed';

/**
 * Which kinds of information a report holds, for the partner's own record of what they shared (ICO, sharing personal data
 * with law enforcement authorities): never an answer, nor a name. `concernsChild` as the report has it.
 */
export function kindsShared(form: Form, document: SubmittedDocument, concernsChild: boolean): KindShared[] {
  const meaningOf = new Map(Object.entries(form.meanings).map(([meaning, id]) => [id, meaning]));
  const entries = document.sections
    .flatMap(({ pages, cards }) => [...pages, ...cards])
    .flatMap((part) => part.entries);
  const answered = new Set(
    entries.flatMap(({ questionId, state }) =>
      state === 'answered' ? (meaningOf.get(questionId) ?? []) : [],
    ),
  );
  const found = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((kind) =>
    kinds[kind].some(
      (of) => answered.has(of) || [...answered].some((meaning) => meaning.startsWith(`${of}.`)),
    ),
  );
  return [
    ...found,
    ...(concernsChild ? (['child'] as const) : []),
    ...(entries.some(({ state }) => state === 'sealed') ? (['sealed'] as const) : []),
  ];
}
