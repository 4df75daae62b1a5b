import { describe, expect, test } from 'vitest';
import { answerOf, itemsOf, saveItem, type Answers } from './answers.ts';
import { findPage, questionsOf, sectionQuestions, type Question } from './definition.ts';
import { renderDocument } from './document.ts';
import { exportAnswers } from './export-answers.ts';
import { canSubmit, lostElsewhere, nextPage, sectionStatus, withPage } from './journey.ts';
import { pageAsAsked } from './page-as-asked.ts';
import { parseAnswers, parseItem, parsePage, problemsOf, valuesOf, itemValues } from './schema.ts';
import { openAnswersFrom, splitSourceIdentity } from './source-identity.ts';
import { version2, version3 } from '#tests/factories/published-forms.ts';
import { pruneAnswers, taskSections } from './visible.ts';
import { formWords } from './words.ts';
import { impliedSince3, minimalAnswers, minimalPosts, without } from '#tests/factories/form-answers.ts';
import { fullAnswers, fullSite } from '#tests/factories/full-report.ts';

const sites = [fullSite];
const shortest = without(minimalAnswers, ...impliedSince3);
const full = fullAnswers(version3);
const { open, sealed } = splitSourceIdentity(version3, full);

const pageOf = (id: string) => findPage(version3, id)!.page;
const questionOf = (id: string): Question => questionsOf(version3).find((each) => each.id === id)!;
const askedOn = (pageId: string, answers: Answers) =>
  pageAsAsked(pageOf(pageId), answers).questions.map(({ id }) => id);
const offeredAt = (pageId: string, questionId: string, answers: Answers) => {
  const question = pageAsAsked(pageOf(pageId), answers).questions.find(({ id }) => id === questionId);
  return question && 'options' in question ? question.options.map(({ value }) => value) : [];
};
const screened = { danger: 'no', child: 'no' };
const forSomeone = { ...screened, onBehalfOfVictim: 'someone_else' };
const chosen = { speakerInterpreter: 'not_needed', choiceExplained: 'yes', speakerChoice: 'confidential' };

describe('a report in which everything is answered', () => {
  /** What one report cannot hold as well: somebody speaks, and a possible victim is among the people. */
  const elsewhere = ['placesNotKnown', 'sourceKind', 'sourceIdentity', 'victimLanguage', 'victimInterpreter'];
  const isAnswered = (id: string) =>
    answerOf(full, id) !== undefined ||
    version3.sections.some(
      (section) =>
        section.kind === 'list' && itemsOf(full, section.id).some((item) => answerOf(item, id) !== undefined),
    );

  test('answers every question but those that it answers elsewhere', () => {
    const unanswered = questionsOf(version3).filter(({ id }) => !isAnswered(id));
    expect(unanswered.map(({ id }) => id).sort()).toEqual([...elsewhere].sort());
  });

  test('is whole, and every section says so', () => {
    expect(parseAnswers(version3, full, { today: '2016-01-18', sites })).toEqual({ ok: true, answers: full });
    const statuses = taskSections(version3, full).map((section) => sectionStatus(version3, full, section));
    expect(new Set(statuses)).toEqual(new Set(['completed']));
    expect(taskSections(version3, full)).toHaveLength(version3.sections.length - 1);
  });

  test('is found again in the document and the export, who told the partner in neither', () => {
    const document = renderDocument(version3, open, formWords, sites);
    const shown = new Map(
      document.sections
        .flatMap((section) => [...section.pages, ...section.cards].flatMap((group) => group.entries))
        .filter(({ state }) => state !== 'not_provided')
        .map((entry) => [entry.questionId, entry.answer]),
    );
    const missing = questionsOf(version3).filter(({ id }) => !shown.has(id));
    expect(missing.map(({ id }) => id).sort()).toEqual([...elsewhere].sort());
    expect(shown.get('placePeopleEstimate')).toEqual(['about 12']);
    expect(shown.get('speakerChoice')).toEqual(['Share']);
    const exported = exportAnswers(version3, open);
    expect(exported).toMatchObject({
      form_version: 3,
      speaker_choice: 'named',
      source_name: 'sealed',
      how_source_knows: 'witnessed',
    });
    expect(exported['places']).toMatchObject([{ place_people_estimate: 'about 12' }, {}]);
    expect(exported).not.toHaveProperty('source_kind');
    expect(JSON.stringify([document, exported])).not.toMatch(/Zebedee|900199/);
    expect(sealed).toEqual({ sourceName: 'Zebedee Fictional', sourceContact: '07700 900199, after six' });
  });
});

describe('the shortest report', () => {
  test('is shorter than that of version 2, on the same pages', () => {
    expect(parseAnswers(version3, minimalAnswers)).toEqual({ ok: true, answers: shortest });
    const walk: string[] = [];
    let answers: Answers = {};
    for (const pageId of ['danger', 'information'] as const) {
      const parsed = parsePage(
        version3,
        pageId,
        { ...minimalPosts.source, ...minimalPosts[pageId] },
        answers,
      );
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      answers = withPage(version3, answers, pageId, parsed.answers);
      const next = nextPage(version3, answers, pageId);
      walk.push('pageId' in next ? next.pageId : 'sectionId' in next ? next.sectionId : next.kind);
    }
    expect(walk).toEqual(['information', 'places']);
    expect(askedOn('source', shortest)).not.toContain('howSourceKnows');
    const required = (definition: typeof version2, of: Answers) =>
      definition.sections
        .filter((section) => section.kind === 'pages' && !section.optional)
        .flatMap((section) => (section.kind === 'pages' ? section.pages : []))
        .flatMap((page) => pageAsAsked(page, of).questions)
        .filter(
          (question) => question.required && question.showWhen === undefined && answerOf(of, question.id),
        );
    expect(required(version3, shortest).length).toBeLessThan(required(version2, minimalAnswers).length);
  });
});

describe('the person one writes for', () => {
  test('comes before everything that is typed, and cannot be skipped', () => {
    expect(nextPage(version3, forSomeone, 'danger')).toMatchObject({ pageId: 'centre' });
    const statuses = () =>
      Object.fromEntries(
        taskSections(version3, forSomeone).map((each) => [
          each.id,
          sectionStatus(version3, forSomeone, each),
        ]),
      );
    expect(statuses()).toMatchObject({
      safety: 'completed',
      centre: 'not_started',
      information: 'cannot_start',
    });
    const rest = { ...shortest, ...forSomeone };
    expect(canSubmit(version3, rest)).toBe(false);
    expect(problemsOf(version3, rest).map(({ pageId }) => pageId)).toContain('centre');
    expect(parseAnswers(version3, rest).ok).toBe(false);
    const done = { ...without(rest, 'sourceKind'), whoSpeaks: 'self', ...chosen };
    expect(parseAnswers(version3, done)).toMatchObject({ ok: true });
  });

  test('waits for the number to call, where somebody is in danger', () => {
    const danger = { ...forSomeone, danger: 'now' };
    const centre = version3.sections.find(({ id }) => id === 'centre')!;
    expect(sectionStatus(version3, danger, centre)).toBe('cannot_start');
    const called = { ...danger, emergencyCall: 'called' };
    expect(sectionStatus(version3, called, centre)).toBe('not_started');
    expect(nextPage(version3, called, 'emergency')).toMatchObject({ pageId: 'centre' });
  });

  test('is nobody’s page who writes for themselves', () => {
    expect(nextPage(version3, { ...screened, onBehalfOfVictim: 'no' }, 'danger')).toMatchObject({
      pageId: 'information',
    });
  });

  test('a site is chosen where the organisation has one', () => {
    const parse = (reportingSite: string, given?: typeof sites) =>
      parsePage(version3, 'centre', { whoSpeaks: 'self', reportingSite }, forSomeone, { sites: given });
    expect(parse('', sites)).toMatchObject({ errors: { reportingSite: 'Select one of your sites' } });
    expect(parse(fullSite.id, sites)).toMatchObject({ answers: { reportingSite: fullSite.id } });
    expect(parse('').ok).toBe(true);
    expect(parse('', []).ok).toBe(true);
  });

  test('the choice is explained and recorded in the same three words, wherever it is', () => {
    const three = ['Share', 'Confidential', 'Anonymous'];
    const explained = pageOf('choice').advice!.find(({ id }) => id === 'naming')!.lines;
    expect(explained.slice(0, 3).map((line) => line.split(':')[0])).toEqual(three);
    for (const id of ['speakerChoice', 'sourceIdentity']) {
      const question = questionOf(id);
      const labels = 'options' in question ? question.options.map(({ label }) => label) : [];
      expect(labels, id).toEqual([...three, 'They have not chosen']);
    }
  });

  test('whoever speaks is the source: neither that nor their choice is asked again', () => {
    const speaks = (whoSpeaks: string) => ({ ...forSomeone, whoSpeaks, ...chosen });
    for (const who of ['self', 'for_them', 'other', 'not_known']) {
      expect(askedOn('information', speaks(who)), who).not.toContain('sourceKind');
      expect(askedOn('source', speaks(who)), who).not.toContain('sourceIdentity');
    }
    expect(askedOn('source', speaks('self'))).not.toContain('howSourceKnows');
    expect(askedOn('source', speaks('other'))).toContain('howSourceKnows');
    expect(askedOn('source', speaks('other'))).not.toContain('sourceName');
    expect(askedOn('source', { ...speaks('other'), speakerChoice: 'named' })).toContain('sourceName');
    const alone = { ...forSomeone, whoSpeaks: 'nobody' };
    expect(askedOn('information', alone)).toContain('sourceKind');
    expect(nextPage(version3, alone, 'centre')).toMatchObject({ pageId: 'information' });
    expect(nextPage(version3, speaks('self'), 'centre')).toMatchObject({ pageId: 'choice' });
  });
});

describe('answers about the source', () => {
  const told = (sourceKind: string) => ({ ...shortest, sourceKind });
  const source = (sourceKind: string, posted: Record<string, string>) =>
    parsePage(version3, 'source', { ...minimalPosts.source, ...posted }, told(sourceKind));

  test.each([
    ['self', false, []],
    ['document', false, []],
    ['anonymous', true, []],
    ['victim', false, ['named', 'confidential', 'anonymous', 'not_known']],
    ['public', true, ['named', 'confidential', 'anonymous', 'not_known']],
    ['colleague', true, ['named', 'confidential', 'not_known']],
    ['client', true, ['named', 'confidential', 'not_known']],
  ])('of %s are asked only as far as they fit', (kind, asksHow, choices) => {
    expect(askedOn('source', told(kind)).includes('howSourceKnows')).toBe(asksHow);
    expect(offeredAt('source', 'sourceIdentity', told(kind))).toEqual(choices);
    expect(offeredAt('source', 'howSourceKnows', told(kind)).includes('experienced')).toBe(
      kind === 'anonymous',
    );
  });

  test('one that does not fit is refused, with what it does not fit and what to do', () => {
    expect(source('colleague', { sourceIdentity: 'anonymous' })).toMatchObject({
      ok: false,
      errors: {
        sourceIdentity:
          '“Anonymous” does not fit your answer “A colleague told me” to “How do you know this?”. Select another here, or change that answer first',
      },
    });
    expect(source('client', { howSourceKnows: 'experienced', sourceIdentity: 'confidential' })).toMatchObject(
      {
        errors: { howSourceKnows: expect.stringContaining('does not fit') as string },
      },
    );
    expect(source('public', { sourceIdentity: 'anonymous' }).ok).toBe(true);
  });

  test('stored ones that do not fit keep the report from being sent', () => {
    const wrong = { ...minimalAnswers, sourceKind: 'colleague', sourceIdentity: 'anonymous' };
    expect(problemsOf(version3, wrong)).toMatchObject([{ pageId: 'source' }]);
    expect(parseAnswers(version3, wrong)).toMatchObject({
      ok: false,
      problems: [
        {
          pageId: 'source',
          errors: { sourceIdentity: 'Select whether the police can know who the source is' },
        },
      ],
    });
  });

  test('that no longer fit fall off when the kind of source changes, and the page says so first', () => {
    const before = {
      ...minimalAnswers,
      sourceKind: 'public',
      sourceIdentity: 'anonymous',
      howSourceKnows: 'told',
    };
    const parsed = parsePage(
      version3,
      'information',
      { ...minimalPosts.information, sourceKind: 'colleague' },
      before,
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const after = withPage(version3, before, 'information', parsed.answers);
    expect(after).not.toHaveProperty('sourceIdentity');
    expect(after).toMatchObject({ sourceKind: 'colleague', howSourceKnows: 'told' });
    expect(lostElsewhere(version3, 'information', before, after).questions.map(({ id }) => id)).toEqual([
      'sourceIdentity',
    ]);
    const source3 = version3.sections.find(({ id }) => id === 'source')!;
    expect(sectionStatus(version3, after, source3)).toBe('in_progress');
  });

  test('a name is asked where it is shared, on this page or before it', () => {
    expect(source('client', { sourceIdentity: 'confidential', sourceName: 'Mo' })).toMatchObject({
      ok: true,
      answers: { sourceIdentity: 'confidential' },
    });
    expect(source('client', { sourceIdentity: 'named' })).toMatchObject({
      errors: { sourceName: 'Enter the name of the source' },
    });
    const shared = { ...forSomeone, whoSpeaks: 'other', ...chosen, speakerChoice: 'named' };
    expect(
      parsePage(version3, 'source', { ...minimalPosts.source, howSourceKnows: 'told' }, shared),
    ).toMatchObject({ errors: { sourceName: 'Enter the name of the source' } });
  });

  test('what a source knows beyond this is asked of nobody who is the source themselves', () => {
    expect(askedOn('more', told('self'))).toEqual(['whoElseKnows']);
    expect(askedOn('more', told('document'))).toEqual(['whoElseKnows']);
    expect(askedOn('more', told('client'))).toHaveLength(5);
    expect(askedOn('more', { ...forSomeone, whoSpeaks: 'not_known' })).toHaveLength(5);
  });
});

describe('nothing is asked twice', () => {
  const victim = { ...screened, onBehalfOfVictim: 'yes', whoSpeaks: 'nobody' };
  const withPerson = (personPart: string) =>
    saveItem(victim, 'people', { id: 'p', personPart, personForename: 'Ana' });

  test('the victim’s language and interpreter: with the person, or where none was added', () => {
    const both = ['victimLanguage', 'victimInterpreter'];
    expect(askedOn('victim-wishes', victim)).toEqual(expect.arrayContaining(both));
    expect(askedOn('victim-wishes', withPerson('witness'))).toEqual(expect.arrayContaining(both));
    for (const part of ['possible_victim', 'both'])
      expect(askedOn('victim-wishes', withPerson(part)).filter((id) => both.includes(id))).toEqual([]);
    const speaking = { ...victim, whoSpeaks: 'self', ...chosen };
    expect(askedOn('victim-wishes', speaking).filter((id) => both.includes(id))).toEqual(['victimLanguage']);
  });

  test('a person who is added later takes that answer away, and the page says so first', () => {
    const before = { ...victim, victimLanguage: 'ro' };
    const after = pruneAnswers(
      version3,
      saveItem(before, 'people', { id: 'p', personPart: 'possible_victim', personForename: 'Ana' }),
    );
    expect(lostElsewhere(version3, 'people', before, after)).toMatchObject({
      questions: [{ id: 'victimLanguage' }],
      lists: [],
    });
  });

  test('that the victim is a child cannot be said where no child is involved', () => {
    expect(offeredAt('victim-wishes', 'victimNrmConsent', victim)).not.toContain('child');
    for (const child of ['yes', 'in_danger', 'not_known'])
      expect(offeredAt('victim-wishes', 'victimNrmConsent', { ...victim, child })).toContain('child');
  });

  test('the kind of work: of a place, from a list that takes in every one of before, and of nothing else', () => {
    const known = questionsOf(version2).find(({ id }) => id === 'placeSector');
    const values = (question: Question | undefined) =>
      question && 'options' in question ? question.options.map(({ value }) => value) : [];
    expect(values(questionOf('placeSector'))).toEqual(expect.arrayContaining(values(known)));
    expect(questionsOf(version3).map(({ id }) => id)).not.toContain('organisationSector');
  });
});

describe('"not known" is an answer', () => {
  const saysSo = new Set(['not_known', 'not_sure', 'unsure', 'unclear', 'anonymous', 'other']);
  /** What only the reporter can say, and always can. */
  const alwaysKnown = [
    'danger', // "No, not that I know of"
    'onBehalfOfVictim',
    'emergencyCall',
    'reportingSite',
    'choiceExplained',
    'shareWith',
    'ringBeforeActing',
    'declaration',
    // Free text that has to be there is the heart of its page, or hangs on a choice that was made.
    'whatIsKnown',
    'contactValue',
    'linkFrom',
    'linkTo',
    'exploitationOther',
    'sourceName',
    'sourceRisk',
    'shareAgencies',
  ];

  test.each(
    questionsOf(version3)
      .filter((question) => question.required && !alwaysKnown.includes(question.id))
      .map((question) => [question.id, question] as const),
  )('to %s', (_, question) => {
    if (question.kind === 'date') expect(question.precisions).toContain('unknown');
    else
      expect(
        'options' in question &&
          question.options.some(({ value, showWhen }) => saysSo.has(value) && !showWhen),
      ).toBe(true);
  });
});

describe('a date of birth', () => {
  const person = (day: string, month: string, year: string) =>
    parseItem(version3, 'people', {
      personPart: 'witness',
      personForename: 'Ana',
      'personBirthDate-day': day,
      'personBirthDate-month': month,
      'personBirthDate-year': year,
    });

  test.each([
    ['9', '3', '1970', { precision: 'exact', date: '1970-03-09' }],
    ['', 'March', '1970', { precision: 'month', month: '1970-03' }],
    ['', '', '1970', { precision: 'year', year: '1970' }],
  ])('%s %s %s', (day, month, year, personBirthDate) => {
    const parsed = person(day, month, year);
    expect(parsed).toMatchObject({ ok: true, item: { personBirthDate } });
    const section = version3.sections.find(({ id }) => id === 'people')!;
    if (section.kind !== 'list' || !parsed.ok || parsed.kind !== 'item') throw new Error('It is an entry');
    // Filled in again it is read as the same.
    expect(parseItem(version3, 'people', itemValues(section, parsed.item))).toEqual(parsed);
  });

  test.each([
    ['9', '', '1970', 'personBirthDate-month', 'Date of birth must include a month'],
    ['9', '3', '', 'personBirthDate-year', 'Date of birth must include a year'],
    ['', '3', '', 'personBirthDate-year', 'Date of birth must include a year'],
    ['', '', '70', 'personBirthDate-year', 'Date of birth must include a year of 4 numbers'],
    ['', '13', '1970', 'personBirthDate-month', 'Date of birth must be a real date'],
    ['', '', '1066', 'personBirthDate-year', 'Date of birth must be a real date'],
  ])('%s %s %s is refused', (day, month, year, field, message) => {
    expect(person(day, month, year)).toMatchObject({ errors: { [field]: message } });
  });

  test('is not in the future, however little of it is known', () => {
    const parse = (year: string) =>
      parseItem(
        version3,
        'people',
        { personPart: 'witness', personForename: 'Ana', 'personBirthDate-year': year },
        { today: '2016-01-18' },
      );
    expect(parse('2016').ok).toBe(true);
    expect(parse('2017')).toMatchObject({
      errors: { 'personBirthDate-day': 'Date of birth must be today or in the past' },
    });
  });
});

describe('what is still going on', () => {
  const parse = (since: string) =>
    parsePage(
      version3,
      'information',
      {
        ...minimalPosts.information,
        sourceKind: 'self',
        informationDate: 'ongoing',
        'informationDate-since': since,
      },
      { ...screened, onBehalfOfVictim: 'no' },
    );

  test('takes since when, in the reporter’s own words', () => {
    const parsed = parse('  about  Easter ');
    expect(parsed).toMatchObject({
      answers: { informationDate: { precision: 'ongoing', since: 'about Easter' } },
    });
    if (!parsed.ok) return;
    expect(valuesOf(pageOf('information'), parsed.answers)).toMatchObject({
      'informationDate-since': 'about Easter',
    });
    const answers = openAnswersFrom(version3, { ...shortest, ...parsed.answers });
    expect(JSON.stringify(renderDocument(version3, answers))).toContain(
      'It is still going on, since about Easter',
    );
    expect(exportAnswers(version3, answers)).toMatchObject({
      information_date: 'ongoing since about Easter',
    });
  });

  test('or not', () => {
    expect(parse('')).toMatchObject({ answers: { informationDate: { precision: 'ongoing' } } });
    expect(parse('x'.repeat(101))).toMatchObject({
      errors: { 'informationDate-since': 'The date it happened must be 100 characters or less' },
    });
    const stored = { ...shortest, informationDate: { precision: 'ongoing', since: '' } };
    expect(parseAnswers(version3, stored).ok).toBe(false);
    const version2Stored = { ...minimalAnswers, informationDate: { precision: 'ongoing', since: 'May' } };
    expect(parseAnswers(version2, version2Stored).ok).toBe(false);
  });
});

describe('a number of people', () => {
  const parse = (placePeopleEstimate: string) =>
    parseItem(version3, 'places', { placeKind: 'home', placeTown: 'Anytown', placePeopleEstimate });

  test('may be as rough as it is known', () => {
    expect(parse('8-10')).toMatchObject({ item: { placePeopleEstimate: '8 to 10' } });
    expect(parse('Not known')).toMatchObject({ item: { placePeopleEstimate: 'not known' } });
    expect(parse('lots')).toMatchObject({
      errors: {
        placePeopleEstimate:
          'Number of people must be a number, like 8, about 8 or 8 to 10, or say “not known”',
      },
    });
  });
});

test('another way to reach the reporter is asked whether or not they want a call first', () => {
  const { ringBeforeActing } = minimalPosts.source;
  expect(ringBeforeActing).toBe('no');
  const posted = { ...minimalPosts.source, reachReporter: 'The office, before noon' };
  expect(parsePage(version3, 'source', posted, shortest)).toMatchObject({
    answers: { reachReporter: 'The office, before noon' },
  });
});

test('what is optional is reached from the page of what is known, but for the files', () => {
  const offered = questionOf('canDescribe');
  const values = 'options' in offered ? offered.options.map(({ value }) => value) : [];
  const wanted = version3.sections.flatMap(({ optional, wantedWhen }) =>
    optional && wantedWhen && 'question' in wantedWhen ? wantedWhen.in : [],
  );
  expect(version3.sections.filter(({ optional }) => optional)).toHaveLength(wanted.length);
  expect(wanted.sort()).toEqual([...values].sort());
  expect(version3.sections.flatMap(sectionQuestions)).toHaveLength(questionsOf(version3).length);
});
