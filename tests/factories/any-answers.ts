import fc from 'fast-check';
import type { Answers } from '#app/domain/form/answers.ts';
import {
  questionsOf,
  type FormDefinition,
  type ListSection,
  type Question,
} from '#app/domain/form/definition.ts';
import { entriesOf } from '#app/domain/form/entries.ts';
import { exclusiveValues } from '#app/domain/form/question.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';

export type Posted = Record<string, string | string[]>;

export const pagesOf = (definition: FormDefinition) =>
  definition.sections.flatMap((section) => (section.kind === 'pages' ? section.pages : []));
export const listsOf = (definition: FormDefinition) =>
  definition.sections.flatMap((section) => (section.kind === 'list' ? [section] : []));
const optionValues = questionsOf(currentDefinition).flatMap((question) =>
  'options' in question ? question.options.map((option) => option.value) : [],
);

/** Text a browser, or somebody without one, may post: words, half of an emoji, NUL, prototype names, real option values. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '31',
    '2016',
    'jan',
    '999999999999999999999',
  ),
  fc.constantFrom(...optionValues, 'exact', 'month', 'range', 'ongoing', 'about 8'),
);
export const posted = (names: string[]): fc.Arbitrary<Posted> =>
  fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyText }),
    fc.oneof(anyText, fc.array(anyText, { maxLength: 4 })),
    { maxKeys: 30 },
  );

/** JSON that is nearly a draft's answers. */
export const anyAnswers = (definition: FormDefinition): fc.Arbitrary<Answers> =>
  fc.dictionary(
    fc.constantFrom(
      ...questionsOf(definition).map((question) => question.id),
      ...listsOf(definition).map((list) => list.id),
      '__proto__',
    ),
    fc.oneof(
      fc.constantFrom(...optionValues),
      fc.array(fc.constantFrom(...optionValues), { maxLength: 3 }),
      fc.jsonValue(),
      fc.record(
        {
          precision: fc.constantFrom('exact', 'month', 'year', 'about', 'range', 'ongoing', 'never'),
          since: fc.jsonValue(),
          year: fc.jsonValue(),
        },
        { requiredKeys: ['precision'] },
      ),
      fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b', ''),
          vehicleVrm: fc.jsonValue(),
          linkFrom: fc.constantFrom('vehicles:a', 'people:b', 'links:a', ':'),
          linkTo: fc.constantFrom('vehicles:a', 'vehicles:b', 'nowhere:a'),
          linkKind: fc.constantFrom('drives', 'floats'),
          contactValue: fc.jsonValue(),
          personPart: fc.constantFrom('possible_victim', 'both', 'witness', 'nobody'),
          placePeopleEstimate: fc.jsonValue(),
        }),
        { maxLength: 3 },
      ),
    ),
  );

const postedDate = fc.constantFrom<(id: string) => Posted>(
  (id) => ({ [id]: 'exact', [`${id}-day`]: '29', [`${id}-month`]: 'Feb', [`${id}-year`]: '2012' }),
  (id) => ({ [id]: 'month', [`${id}-in-month`]: '12', [`${id}-in-year`]: '2015' }),
  (id) => ({ [id]: 'unknown' }),
);
/** Of the same dates, those on which a careful reporter can have learned of what happened on any of them. */
const postedLater = fc.constantFrom<(id: string) => Posted>(
  (id) => ({ [id]: 'exact', [`${id}-day`]: '31', [`${id}-month`]: 'Dec', [`${id}-year`]: '2015' }),
  (id) => ({ [id]: 'month', [`${id}-in-month`]: '12', [`${id}-in-year`]: '2015' }),
  (id) => ({ [id]: 'unknown' }),
);

/** What a careful reporter posts for one question. */
function validPost(question: Question): fc.Arbitrary<Posted> {
  const one = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((value) => ({ [question.id]: value }));
  switch (question.kind) {
    case 'radios':
    case 'select':
      return one(fc.constantFrom(...question.options.map((option) => option.value)));
    case 'checkboxes': {
      const values = question.options.map((option) => option.value);
      const alone = exclusiveValues(question);
      const together = values.filter((value) => !alone.includes(value));
      return fc
        .oneof(
          fc.constantFrom(...values).map((value) => [value]),
          fc.subarray(together, { minLength: 1 }),
        )
        .map((chosen) => ({ [question.id]: chosen }));
    }
    case 'number':
      return one(fc.integer({ min: question.min, max: question.max }).map(String));
    case 'date':
      if (question.precisions.length === 1 || question.partial) {
        return fc.constant({
          [`${question.id}-day`]: '1',
          [`${question.id}-month`]: '2',
          [`${question.id}-year`]: '1990',
        });
      }
      return (question.id === 'learnedDate' ? postedLater : postedDate).map((make) => make(question.id));
    case 'text':
      if (question.format === 'postcode') return one(fc.constantFrom('B11 4AA', 'b5', 'CV8 1AA'));
      if (question.format === 'vrm') return one(fc.constantFrom('BX?? ABC', 'b12 abc'));
      if (question.format === 'email') return one(fc.constant('name@example.com'));
      if (question.format === 'estimate')
        return one(fc.constantFrom('8', 'About 8', '8-10', 'at least 20', 'not known'));
      return one(fc.constantFrom('Some words', 'Żółć'));
    case 'texts':
      return fc
        .array(
          question.format === 'email' ? fc.constant('name@example.com') : fc.constantFrom('A', 'B', 'C', ''),
          {
            maxLength: question.max,
          },
        )
        .map((given) => ({ [question.id]: given }));
    case 'selects':
      return fc
        .array(fc.constantFrom(...question.options.map((option) => option.value), ''), {
          maxLength: question.max,
        })
        .map((given) => ({ [question.id]: given }));
    case 'entry':
      // Chosen while walking, from what is there by then.
      return fc.constant({});
    case 'site':
      return one(fc.constantFrom('', '00000000-0000-4000-8000-000000000001'));
    case 'textarea':
      return one(fc.constantFrom('Some words\r\non two lines', 'x'.repeat(question.maxLength)));
  }
}

export const validPosts = (questions: Question[]): fc.Arbitrary<Posted> =>
  fc.tuple(...questions.map(validPost)).map((parts) => Object.assign({}, ...parts) as Posted);

/** Names the first of the entries that may be named, and where two are named, the last of them second. */
export function chosenEntries(list: ListSection, answers: Answers): Posted {
  return Object.fromEntries(
    list.questions.flatMap((question) => {
      if (question.kind !== 'entry') return [];
      const keys = entriesOf(answers, question.from).map((entry) => entry.key);
      const key = question.id === list.different?.of[1] ? keys.at(-1) : keys[0];
      return key === undefined ? [] : [[question.id, key]];
    }),
  );
}
