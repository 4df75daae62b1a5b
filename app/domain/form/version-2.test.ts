import { describe, expect, test } from 'vitest';
import { answerOf, itemsOf, removeItem, saveItem, type Answers } from './answers.ts';
import { findListSection, questionsOf } from './definition.ts';
import { renderDocument } from './document.ts';
import { exportAnswers } from './export-answers.ts';
import { canSubmit, nextPage, sectionStatus, withPage } from './journey.ts';
import { offeredOptions } from './offered-options.ts';
import { exclusiveValues } from './question.ts';
import { parseAnswers, parseItem, parsePage, valuesOf } from './schema.ts';
import { openAnswersFrom, splitSourceIdentity } from './source-identity.ts';
import { version2 } from '#tests/factories/published-forms.ts';
import { pruneAnswers, taskSections } from './visible.ts';
import { formWords } from './words.ts';
import { minimalAnswers, minimalPosts } from '#tests/factories/form-answers.ts';
import { entryId, fullAnswers, fullSite } from '#tests/factories/full-report.ts';

const full = fullAnswers();
const { open, sealed } = splitSourceIdentity(version2, full);
const sites = [fullSite];
const document = renderDocument(version2, open, formWords, sites);
const entries = document.sections.flatMap((section) =>
  [...section.pages, ...section.cards].flatMap((group) => group.entries),
);
const listIds = version2.sections.flatMap((section) => (section.kind === 'list' ? [section.id] : []));
const isAnswered = (id: string) =>
  answerOf(full, id) !== undefined ||
  listIds.some((list) => itemsOf(full, list).some((item) => answerOf(item, id) !== undefined));

describe('a report in which everything is answered', () => {
  test('answers every question but the one that says no place is known', () => {
    const unanswered = questionsOf(version2).filter((question) => !isAnswered(question.id));
    expect(unanswered.map((question) => question.id)).toEqual(['placesNotKnown']);
  });

  test('is whole, and every section says so', () => {
    expect(parseAnswers(version2, full, { today: '2016-01-18', sites })).toEqual({ ok: true, answers: full });
    const statuses = taskSections(version2, full).map((section) => sectionStatus(version2, full, section));
    expect(new Set(statuses)).toEqual(new Set(['completed']));
    expect(taskSections(version2, full)).toHaveLength(version2.sections.length - 1);
  });

  test('is found again in the document, question by question, in words', () => {
    const shown = new Map(
      entries.filter((entry) => entry.state !== 'not_provided').map((entry) => [entry.questionId, entry]),
    );
    expect(
      questionsOf(version2)
        .filter(({ id }) => !shown.has(id))
        .map(({ id }) => id),
    ).toEqual(['placesNotKnown']);
    expect(shown.get('informationDate')?.answer).toEqual(['about June 2015']);
    expect(shown.get('reportingSite')?.answer).toEqual(['Example Road centre']);
    expect(shown.get('controlMethods')?.answer).toEqual([
      'A debt that they have to work off',
      'Their papers are kept from them',
    ]);
    expect(shown.get('sourceName')?.state).toBe('sealed');
    expect(JSON.stringify(document)).not.toContain('Zebedee');
  });

  test('has connections that read as sentences', () => {
    const cards = document.sections.find((section) => section.sectionId === 'links')?.cards ?? [];
    expect(cards.map((card) => card.entries.slice(0, 3).flatMap((entry) => entry.answer))).toEqual([
      ['Person 1: Fictional, Igor', 'drives', 'Vehicle 1: BX??ABC, White'],
      ['Person 2: Ana, Possible victim', 'lives at', 'Place 1: B11 4AA, 1 Nowhere Road'],
      [
        'Person 2: Ana, Possible victim',
        'works at or for',
        'Organisation 1: Shiny Imaginary Cars, 3 Nowhere Road',
      ],
      ['Person 1: Fictional, Igor', 'controls', 'Person 2: Ana, Possible victim'],
      ['Vehicle 1: BX??ABC, White', 'collects from, or drops off at', 'Place 1: B11 4AA, 1 Nowhere Road'],
      [
        'Organisation 1: Shiny Imaginary Cars, 3 Nowhere Road',
        'owns',
        'Number or account 6: 00-00-00 1234 5678, Bank account, card or money transfer',
      ],
    ]);
  });

  test('is exported by exported name, lists as arrays, the source as sealed', () => {
    const exported = exportAnswers(version2, open);
    const names = new Set([
      ...Object.keys(exported),
      ...Object.values(exported).flatMap((value) =>
        Array.isArray(value)
          ? value.flatMap((each) => (typeof each === 'object' ? Object.keys(each) : []))
          : [],
      ),
    ]);
    expect(questionsOf(version2).filter((question) => !names.has(question.exportedName))).toEqual([]);
    expect(exported).toMatchObject({
      form_version: 2,
      danger: 'now',
      exploitation_types: ['labour', 'other'],
      information_date: 'about June 2015',
      learned_date: '2016-01-12',
      source_first_knew: '2015-06',
      source_last_knew: 'ongoing',
      source_name: 'sealed',
      control_methods: ['DebtBondage', 'WithholdsDocuments'],
      places_not_known: null,
    });
    expect(exported['people']).toMatchObject([
      {
        entry: 'people-1',
        person_alias: 'The Uncle',
        person_other_aliases: ['Old Red', 'Gaffer'],
        person_birth_date: '1970-03-09',
        person_other_languages: ['ru', 'en'],
      },
      { entry: 'people-2', person_surname: null },
    ]);
    expect(exported['links']).toContainEqual({
      entry: 'links-1',
      link_from: 'people-1',
      link_kind: 'drives',
      link_to: 'vehicles-1',
      link_note: 'Since last summer',
    });
    expect(JSON.stringify(exported)).not.toMatch(/Zebedee|900199/);
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
  });

  test('keeps who told the partner apart', () => {
    expect(sealed).toEqual({ sourceName: 'Zebedee Fictional', sourceContact: '07700 900199, after six' });
  });
});

describe('the shortest report', () => {
  test('is still that of version 1', () => {
    expect(parseAnswers(version2, minimalAnswers)).toEqual({ ok: true, answers: minimalAnswers });
    expect(exportAnswers(version2, openAnswersFrom(version2, minimalAnswers))).toMatchObject({
      indicators: null,
      what_is_known: minimalAnswers['whatIsKnown'],
      people: [],
    });
  });
});

describe('"not known" is an answer', () => {
  const saysSo = new Set(['not_known', 'not_sure', 'unsure', 'unclear', 'anonymous']);
  /** What only the reporter can say, and always can. */
  const alwaysKnown = [
    'danger', // "No, not that I know of"
    'onBehalfOfVictim',
    'emergencyCall',
    'whoSpeaks',
    'choiceExplained',
    'speakerInterpreter',
    'shareWith',
    'ringBeforeActing',
    'declaration',
  ];

  test.each(
    questionsOf(version2)
      .filter((question) => question.required && !alwaysKnown.includes(question.id))
      .map((question) => [question.id, question] as const),
  )('to %s', (_, question) => {
    if (question.kind === 'date') expect(question.precisions).toContain('unknown');
    else if ('options' in question) {
      const values = question.options.map((option) => option.value);
      expect(values.some((value) => saysSo.has(value)) || values.includes('other')).toBe(true);
    } else {
      // Free text that has to be there is the heart of its page, or hangs on a choice that was made.
      expect([
        'whatIsKnown',
        'contactValue',
        'linkFrom',
        'linkTo',
        'exploitationOther',
        'sourceName',
        'sourceRisk',
        'shareAgencies',
      ]).toContain(question.id);
    }
  });

  test('none and not known stand alone in every list of signs', () => {
    for (const id of ['indicators', 'childIndicators', 'communityIndicators', 'controlMethods']) {
      const question = questionsOf(version2).find((each) => each.id === id);
      if (question?.kind !== 'checkboxes') throw new Error(`${id} is a list of check boxes`);
      expect(exclusiveValues(question)).toEqual(['none', 'not_known']);
    }
    const both = { indicators: ['none', 'injuries'] };
    expect(parsePage(version2, 'signs', both, {})).toMatchObject({
      errors: { indicators: 'Select "None of these" or "Not known" on its own, or only the other answers' },
    });
    expect(parsePage(version2, 'signs', { indicators: ['none', 'not_known'] }, {}).ok).toBe(false);
    expect(parsePage(version2, 'signs', { indicators: ['none'] }, {}).ok).toBe(true);
  });
});

describe('links', () => {
  const draft: Answers = { ...minimalAnswers };
  const link = { linkFrom: 'vehicles:vehicle-1', linkKind: 'seen_with', linkTo: 'places:place-1' };

  test('may name what was entered, and nothing else', () => {
    expect(parseItem(version2, 'links', link, { answers: draft })).toEqual({
      ok: true,
      kind: 'item',
      item: link,
    });
    expect(parseItem(version2, 'links', { ...link, linkTo: 'people:p' }, { answers: draft })).toMatchObject({
      errors: { linkTo: 'Select one of the answers listed' },
    });
    expect(parseItem(version2, 'links', link)).toMatchObject({ ok: false });
  });

  test('connect two different entries', () => {
    expect(
      parseItem(version2, 'links', { ...link, linkTo: link.linkFrom }, { answers: draft }),
    ).toMatchObject({ errors: { linkTo: 'Select two different entries' } });
    const stored = saveItem(draft, 'links', { ...link, linkTo: link.linkFrom, id: 'l' });
    expect(parseAnswers(version2, stored)).toMatchObject({ ok: false });
  });

  test('go with the entry that they name, and the rest stays', () => {
    const linked = saveItem(draft, 'links', { ...link, id: 'l' });
    expect(parseAnswers(version2, linked).ok).toBe(true);
    const removed = pruneAnswers(version2, removeItem(linked, 'vehicles', 'vehicle-1'));
    expect(removed).not.toHaveProperty('links');
    expect(removed).toHaveProperty('places');
  });

  test('a number stays when the person who uses it is removed', () => {
    const { contacts } = pruneAnswers(version2, removeItem(full, 'people', entryId(5))) as {
      contacts: Answers[];
    };
    expect(contacts[0]).toMatchObject({ contactKind: 'phone' });
    expect(contacts[0]).not.toHaveProperty('contactUser');
    expect(contacts[1]).toHaveProperty('contactUser');
  });

  test('are offered only once there are two entries to connect', () => {
    const one = { ...minimalAnswers, vehicles: [] };
    const ids = (answers: Answers) => taskSections(version2, answers).map((section) => section.id);
    expect(ids(one)).not.toContain('links');
    expect(ids(minimalAnswers)).toContain('links');
    expect(canSubmit(version2, one)).toBe(true);
  });

  test('offer every entry with what tells it apart', () => {
    const section = findListSection(version2, 'links')!;
    expect(
      offeredOptions(version2, section.questions, { answers: draft, sites: [], t: formWords })['linkFrom'],
    ).toEqual([
      { value: 'vehicles:vehicle-1', label: 'Vehicle 1: BX??ABC' },
      { value: 'places:place-1', label: 'Place 1: B11 4AA, Where people live' },
    ]);
  });
});

describe('several answers to one question', () => {
  const person = { personPart: 'witness' };
  const item = (posted: Record<string, string | string[]>) =>
    parseItem(version2, 'people', { ...person, ...posted });

  test('blank boxes are passed over, the same thing twice is one, and one answer says who it is', () => {
    expect(item({ personOtherAliases: ['', ' Red ', 'Red', 'Blue'] })).toMatchObject({
      item: { personOtherAliases: ['Red', 'Blue'] },
    });
    expect(item({ personOtherAliases: ['', ''] })).toMatchObject({ ok: false });
    expect(item({ 'personOtherAliases-3': 'Red' })).toMatchObject({ item: { personOtherAliases: ['Red'] } });
    const boxes = { personOtherAliases: 'Red', 'personOtherAliases-2': '', 'personOtherAliases-10': 'Blue' };
    expect(item(boxes)).toMatchObject({ item: { personOtherAliases: ['Red', 'Blue'] } });
    expect(item({ 'personOtherAliases-11': 'Red' })).toMatchObject({ ok: false });
  });

  test('each is checked, and there may not be too many', () => {
    expect(item({ personOtherEmails: ['a@example.com', 'at home'] })).toMatchObject({
      errors: { personOtherEmails: 'Enter an email address in the correct format, like name@example.com' },
    });
    expect(item({ personOtherNationalities: ['RO', 'XX'] })).toMatchObject({
      errors: { personOtherNationalities: 'Select one of the answers listed' },
    });
    const many = Array.from({ length: 11 }, (_, index) => `Name ${index}`);
    expect(item({ personOtherAliases: many })).toMatchObject({
      errors: { personOtherAliases: 'You can give up to 10 answers here' },
    });
  });
});

describe('a date in the reporter’s own words', () => {
  const information = { ...minimalPosts.information, informationDate: 'about' };
  const page = version2.sections
    .flatMap((section) => (section.kind === 'pages' ? section.pages : []))
    .find((each) => each.id === 'information')!;

  test('is kept as they put it, and filled in again', () => {
    const posted = { ...information, 'informationDate-about': '  just before  Christmas ' };
    const parsed = parsePage(version2, 'information', posted, {});
    expect(parsed).toMatchObject({
      ok: true,
      answers: { informationDate: { precision: 'about', words: 'just before Christmas' } },
    });
    expect(parsed.ok && valuesOf(page, parsed.answers)).toMatchObject({
      'informationDate-about': 'just before Christmas',
    });
  });

  test.each([
    ['', 'The date it happened must say about when it was'],
    ['x'.repeat(101), 'The date it happened must be 100 characters or less'],
  ])('%s', (words, message) => {
    expect(
      parsePage(version2, 'information', { ...information, 'informationDate-about': words }, {}),
    ).toMatchObject({ errors: { 'informationDate-about': message } });
  });
});

describe('sites', () => {
  const centre = { whoSpeaks: 'self', choiceExplained: 'yes', speakerInterpreter: 'not_needed' };
  const earlier = { onBehalfOfVictim: 'someone_else' };
  const parse = (reportingSite: string, given?: typeof sites) =>
    parsePage(version2, 'centre', { ...centre, reportingSite }, earlier, { sites: given });

  test('one of the organisation’s own may be chosen, or none', () => {
    expect(parse(fullSite.id, sites)).toMatchObject({ answers: { reportingSite: fullSite.id } });
    expect(parse('', sites).ok).toBe(true);
    expect(parse(entryId(1), sites)).toMatchObject({
      errors: { reportingSite: 'Select one of the answers listed' },
    });
    expect(parse('nonsense')).toMatchObject({ ok: false });
  });

  test('the page is in the journey of whoever writes for another person, and of nobody else', () => {
    const screened = { danger: 'no', child: 'no' };
    const next = (onBehalfOfVictim: string) =>
      nextPage(version2, { ...screened, onBehalfOfVictim }, 'danger');
    expect(next('yes')).toMatchObject({ pageId: 'centre' });
    expect(next('someone_else')).toMatchObject({ pageId: 'centre' });
    expect(next('no')).toMatchObject({ pageId: 'information' });
  });

  test('without a site nothing is said about one', () => {
    const answers = openAnswersFrom(version2, { ...minimalAnswers, ...earlier, ...centre });
    const shown = JSON.stringify(renderDocument(version2, answers));
    expect(shown).toContain('Who is speaking to you?');
    expect(shown).not.toContain('Which of your sites');
    const gone = renderDocument(
      version2,
      openAnswersFrom(version2, { ...answers, reportingSite: entryId(1) }),
    );
    expect(JSON.stringify(gone)).toContain('A site that is no longer listed');
  });

  test('one that is not accredited says so where it is chosen and on the page that is checked', () => {
    const former = [{ ...fullSite, notAccredited: true }];
    const questions = questionsOf(version2);
    const label = `${fullSite.name} (not accredited now)`;
    expect(
      offeredOptions(version2, questions, { answers: open, sites: former, t: formWords })['reportingSite'],
    ).toEqual([{ value: fullSite.id, label }]);
    expect(JSON.stringify(renderDocument(version2, open, formWords, former))).toContain(label);
    expect(JSON.stringify(document)).not.toContain('not accredited');
  });
});

test('signs about a child are asked only where a child may be involved', () => {
  const given = { childIndicators: ['no_school'] };
  const about = (child: string) => parsePage(version2, 'signs', given, { child });
  expect(about('yes')).toMatchObject({ answers: given });
  expect(about('no')).toMatchObject({ answers: {} });
  const before = { ...minimalAnswers, child: 'yes', ...given };
  expect(
    withPage(version2, before, 'danger', { danger: 'no', child: 'no', onBehalfOfVictim: 'no' }),
  ).not.toHaveProperty('childIndicators');
});
