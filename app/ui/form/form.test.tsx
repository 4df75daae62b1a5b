import { load, type CheerioAPI } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  findListSection,
  findPage,
  questionsOf,
  type FormDefinition,
  type ListSection,
  type Page,
} from '#app/domain/form/definition.ts';
import { openingPage } from '#app/domain/form/opening.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { questionFieldNames, type Posted } from '#app/domain/form/read-posted.ts';
import {
  fieldNamesOf,
  itemFieldNames,
  itemValues,
  parseItem,
  parsePage,
  valuesOf,
} from '#app/domain/form/schema.ts';
import { openAnswersFrom } from '#app/domain/form/source-identity.ts';
import { publishedDefinitions, version1, version2 } from '#tests/factories/published-forms.ts';
import type { Offered } from '#app/domain/form/offered-options.ts';
import { languages } from '#app/messages/words.ts';
import { formWords } from '#app/domain/form/words.ts';
import { ErrorSummary } from '#app/ui/govuk/ErrorSummary.tsx';
import { frameFacts } from '#tests/factories/emergency-words.ts';
import { minimalAnswers, minimalPosts } from '#tests/factories/form-answers.ts';
import { FrameProvider } from '#app/ui/layout/frame-context.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { FormPage, ItemPage } from './FormPage.tsx';
import { FormTaskList } from './FormTaskList.tsx';
import type { FieldsProps } from './question-props.ts';
import { SubmittedDocument } from './SubmittedDocument.tsx';

const pageOf = (id: string) => findPage(version1, id)!.page;
const posts: Record<string, Posted> = minimalPosts;

/** One entry and one site to name, for every question that names one. */
const offeredBy = (definition: FormDefinition): Offered =>
  Object.fromEntries(
    questionsOf(definition)
      .filter((question) => question.kind === 'entry' || question.kind === 'site')
      .map((question) => [question.id, [{ value: 'people:p', label: '⟦Person 1⟧' }]]),
  );

function draw(page: Page | ListSection, given: Partial<FieldsProps> = {}): CheerioAPI {
  const props = { values: {}, errors: {}, t: formWords, offered: offeredBy(version2), ...given };
  return load(
    renderToStaticMarkup(
      <FrameProvider value={frameFacts}>
        <main>
          <ErrorSummary
            title={props.t.asked('There is a problem')}
            errors={Object.entries(props.errors).map(([name, text]) => ({ text, href: `#${name}` }))}
          />
          {'item' in page ? (
            <ItemPage {...props} section={page} first />
          ) : (
            <FormPage {...props} page={page} />
          )}
        </main>
      </FrameProvider>,
    ),
  );
}

const texts = ($: CheerioAPI, selector: string) =>
  $(selector)
    .toArray()
    .map((each) => $(each).text().trim());
const all = publishedDefinitions.flatMap((definition) =>
  [
    ...(openingPage(definition) ? [openingPage(definition)!] : []),
    ...definition.sections.flatMap((section): (Page | ListSection)[] =>
      section.kind === 'pages' ? section.pages : [section],
    ),
  ].map((page) => [definition.version, page.id, page, definition] as const),
);

describe.each(all)('version %i, %s', (_version, id, page, definition) => {
  const drawn$ = (given: Partial<FieldsProps> = {}) => draw(page, given);
  const $ = drawn$();
  const names = 'item' in page ? itemFieldNames(page) : fieldNamesOf(page);

  test('has a field for every name the server reads, and no other', () => {
    const drawn = $('input, select, textarea')
      .toArray()
      .map((each) => $(each).attr('name'));
    // A question with several answers starts with a few boxes and grows as they are filled.
    const later = new Set(
      questionsOf(definition).flatMap((question) =>
        'boxes' in question ? questionFieldNames(question).slice(question.boxes) : [],
      ),
    );
    expect(new Set(drawn)).toEqual(new Set(names.filter((name) => !later.has(name))));
  });

  test('chooses nothing for anybody: whether the source could be worked out least of all', () => {
    expect($('input[checked], option[selected][value!=""]')).toHaveLength(0);
  });

  test('names to the style sheet what shows each question that hangs on several answers', () => {
    for (const part of $('[data-opened-by]').toArray())
      expect($(`[data-opens~="${$(part).attr('data-opened-by') ?? ''}"]`).length).toBeGreaterThan(0);
  });

  test('gives every id once, and every field a label', () => {
    const ids = $('[id]')
      .toArray()
      .map((each) => $(each).attr('id'));
    expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([]);
    for (const field of $('input, select, textarea').toArray()) {
      expect($(`label[for="${$(field).attr('id') ?? ''}"]`).text(), $(field).attr('name')).not.toBe('');
    }
    for (const described of $('[aria-describedby]').toArray()) {
      for (const target of ($(described).attr('aria-describedby') ?? '').split(' ')) {
        expect($(`[id="${target}"]`), target).toHaveLength(1);
      }
    }
  });

  test('lets the browser neither fill in nor remember what is typed, and needs no JavaScript to check it', () => {
    for (const field of $('input[type=text], input[type=email], textarea').toArray()) {
      expect($(field).attr('autocomplete')).toBe('off');
      expect($(field).attr('spellcheck')).toBe('false');
    }
    expect($('[required], [maxlength], [pattern]')).toHaveLength(0);
  });

  test('says once, under its questions, why each is asked', () => {
    const asked =
      'item' in page ? [...page.questions, ...(page.notKnown ? [page.notKnown] : [])] : page.questions;
    expect($('.portal-why')).toHaveLength(1);
    expect(texts($, '.portal-why dd').sort()).toEqual(asked.map((question) => question.why).sort());
  });

  test('shows no text that does not come from the words it is given', () => {
    const marked = languages.pseudo.form;
    const parsed =
      'item' in page
        ? parseItem(definition, id, {}, { t: marked })
        : parsePage(definition, id, {}, {}, { t: marked });
    const errors = parsed.ok ? {} : parsed.errors;
    const $marked = drawn$({ t: marked, errors });
    $marked('.govuk-visually-hidden')
      .filter((_, each) => $marked(each).text() === 'Error:')
      .remove();
    // The force’s own words stand for the version’s.
    $marked('.govuk-warning-text, .portal-emergency').remove();
    let rest = $marked('main').text();
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    expect(rest.replace(/[()\s]/g, '')).toBe('');
  });

  test('links every error of an empty form to a field, with the same words beside it', () => {
    const parsed = 'item' in page ? parseItem(definition, id, {}) : parsePage(definition, id, {}, {});
    const errors = parsed.ok ? {} : parsed.errors;
    const $wrong = drawn$({ errors });
    expect($wrong('.govuk-error-summary__list a')).toHaveLength(Object.keys(errors).length);
    for (const link of $wrong('.govuk-error-summary__list a').toArray()) {
      const target = $wrong(`[id="${($wrong(link).attr('href') ?? '').slice(1)}"]`);
      expect(target.is('input, select, textarea')).toBe(true);
      const group = target.closest('.govuk-form-group--error');
      const message = group.find('> .govuk-error-message, > fieldset > .govuk-error-message').first();
      expect(message.text()).toBe(`Error: ${$wrong(link).text()}`);
      const described = [target, target.closest('fieldset')]
        .map((each) => each.attr('aria-describedby') ?? '')
        .join(' ');
      expect(described.split(' ')).toContain(message.attr('id'));
    }
  });
});

describe('a page that came back', () => {
  test('keeps what was posted', () => {
    const posted = { ...posts['information'], whatIsKnown: '', 'informationDate-month': '13' };
    const parsed = parsePage(version1, 'information', posted, {});
    if (parsed.ok) throw new Error('the page should be refused');
    const $ = draw(pageOf('information'), parsed);
    expect($('[name=exploitationTypes]:checked').attr('value')).toBe('labour');
    expect($('[name=informationDate]:checked').attr('value')).toBe('exact');
    expect($('#informationDate-month').attr('value')).toBe('13');
    expect(texts($, '.govuk-error-summary__list a')).toEqual([
      'Enter what you know',
      'The date it happened must be a real date',
    ]);
  });

  test('marks the part of the date that is wrong, inside the option that was chosen', () => {
    const posted = { ...posts['information'], 'informationDate-year': '16' };
    const parsed = parsePage(version1, 'information', posted, {});
    if (parsed.ok) throw new Error('the page should be refused');
    const $ = draw(pageOf('information'), parsed);
    expect(
      $('.govuk-input--error')
        .toArray()
        .map((each) => $(each).attr('id')),
    ).toEqual(['informationDate-year']);
    expect($('#informationDate-year').closest('#conditional-informationDate')).toHaveLength(1);
  });

  test('writes markup that was typed as text', () => {
    const $ = draw(pageOf('information'), { values: { whatIsKnown: '</textarea><script>x</script>' } });
    expect($('script')).toHaveLength(0);
    expect($('#whatIsKnown').text()).toBe('</textarea><script>x</script>');
  });
});

describe('conditions', () => {
  const $ = draw(pageOf('source'));

  test('a question that hangs on one option is revealed under it', () => {
    expect($('#sourceName').closest('.govuk-radios__conditional').attr('id')).toBe(
      'conditional-sourceIdentity',
    );
    expect($('#shareAgencies').closest('.govuk-radios__conditional').attr('id')).toBe(
      'conditional-shareWith-2',
    );
    expect(draw(pageOf('emergency'))('#emergencyLog').closest('.govuk-radios__conditional')).toHaveLength(1);
  });

  test('a question that hangs on several follows', () => {
    expect($('#sourceRisk').closest('.govuk-radios__conditional')).toHaveLength(0);
    expect($('label[for=sourceRisk]').text()).toMatch(/^If yes or not sure/);
  });

  test('a sealed answer is not shown, and the field says that it is kept', () => {
    const $sealed = draw(pageOf('source'), {
      sealed: ['sourceName'],
      values: valuesOf(pageOf('source'), { sourceName: { sealed: true } }),
    });
    expect($sealed('#sourceName').attr('value') ?? '').toBe('');
    expect($sealed('#sourceName-hint').text()).toContain('Already kept in the sealed source record');
  });
});

describe('kinds of field', () => {
  const item = (id: string, given: Partial<FieldsProps> = {}) => draw(findListSection(version2, id)!, given);
  const boxes = ($: CheerioAPI, name: string) =>
    $(`[name=${name}], [name^=${name}-]`)
      .toArray()
      .map((each) => $(each).attr('value') ?? $(each).find('option[selected]').attr('value') ?? '');

  test('several answers have a few boxes, and one more than was filled in', () => {
    expect(boxes(item('people'), 'personOtherAliases')).toEqual(['', '']);
    const filled = { id: 'p', personOtherAliases: ['Red', 'Blue'], personOtherNationalities: ['RO'] };
    const $ = item('people', { values: itemValues(findListSection(version2, 'people')!, filled) });
    expect(boxes($, 'personOtherAliases')).toEqual(['Red', 'Blue', '']);
    expect(boxes($, 'personOtherNationalities')).toEqual(['RO', '']);
    const full = Array.from({ length: 10 }, (_, index) => `Name ${index}`);
    expect(
      boxes(
        item('people', {
          values: itemValues(findListSection(version2, 'people')!, { id: 'p', personOtherAliases: full }),
        }),
        'personOtherAliases',
      ),
    ).toEqual(full);
    expect(texts($, 'label[for^=personOtherAliases]')).toEqual([
      'Other name 1',
      'Other name 2',
      'Other name 3',
    ]);
  });

  test('of several answers the one that is wrong is marked, and the error leads to it', () => {
    const posted = {
      personPart: 'witness',
      personOtherEmails: 'a@example.com',
      'personOtherEmails-2': 'at home',
    };
    const parsed = parseItem(version2, 'people', posted);
    if (parsed.ok) throw new Error('the entry should be refused');
    const $ = item('people', { values: parsed.values, errors: parsed.errors });
    expect(texts($, '.govuk-error-summary__list a')).toEqual([
      'Enter an email address in the correct format, like name@example.com',
    ]);
    expect($('.govuk-error-summary__list a').attr('href')).toBe('#personOtherEmails-2');
    expect(
      $('.govuk-input--error')
        .toArray()
        .map((each) => $(each).attr('id')),
    ).toEqual(['personOtherEmails-2']);
    expect($('.govuk-input--error').attr('value')).toBe('at home');
  });

  test('a long list of signs stands under headings, each a group of its own, and "none" apart', () => {
    const page = findPage(version2, 'signs')!.page;
    const $ = draw(page, { values: { indicators: ['few_belongings'] } });
    const group = $('[name=indicators]:checked').closest('fieldset');
    expect(group.find('legend').text()).toBe('Freedom, belongings and papers');
    expect(group.parents('fieldset').children('legend').text()).toContain(
      'Which signs did you or others notice?',
    );
    for (const value of ['none', 'not_known']) {
      const box = $(`[name=indicators][value=${value}]`);
      expect(box.closest('fieldset').find('> legend').text()).toContain('Which signs');
      expect(box.attr('data-behaviour')).toBe('exclusive');
    }
    expect(texts($, '.govuk-checkboxes__divider')).toEqual(['or', 'or', 'or']);
  });

  test('an entry is chosen from those that are there; without any it is not asked', () => {
    const $ = item('contacts');
    expect(texts($, '#contactUser option')).toEqual(['Choose one', '⟦Person 1⟧']);
    const none = item('contacts', { offered: {} });
    expect(none('[name=contactUser]')).toHaveLength(0);
    expect(none('[name=contactValue]')).toHaveLength(1);
  });

  test('about when is said in a box under its option', () => {
    const page = findPage(version2, 'information')!.page;
    const $ = draw(page, {
      values: { informationDate: 'about', 'informationDate-about': 'in June' },
    });
    expect($('#informationDate-about').attr('value')).toBe('in June');
    expect($('#informationDate-about').closest('.govuk-radios__conditional')).toHaveLength(1);
  });

  test('advice opens beside the form, so that nothing typed is lost', () => {
    const $ = draw(findPage(version2, 'information')!.page, {});
    const links = $('a[href^="/help/"]').toArray();
    expect(links.map((each) => $(each).attr('href'))).toEqual(['/help/signs', '/help/examples']);
    for (const each of links) {
      expect($(each).attr('target')).toBe('_blank');
      expect($(each).text()).toContain('(opens in new tab)');
    }
  });
});

test('"not known" is offered only while nothing is added', () => {
  const props = {
    values: {},
    errors: {},
    t: formWords,
    section: findListSection(version1, 'places')!,
  };
  const later = load(renderToStaticMarkup(<ItemPage {...props} first={false} />));
  expect(later('[name=placesNotKnown]')).toHaveLength(0);
  const people = load(
    renderToStaticMarkup(<ItemPage {...props} section={findListSection(version1, 'people')!} first />),
  );
  expect(people('[name=peopleNotKnown]')).toHaveLength(0);
});

describe('answers in words', () => {
  const answers = openAnswersFrom(version1, {
    ...minimalAnswers,
    whatIsKnown: 'First line\n<b>Second line</b>',
    sourceKind: 'colleague',
    sourceName: { sealed: true },
  });
  const document = renderDocument(version1, answers);
  const links = {
    page: (pageId: string) => `/report/${pageId}`,
    section: (sectionId: string) => `/report/list/${sectionId}`,
    item: (sectionId: string, itemId: string) => `/report/list/${sectionId}/${itemId}`,
    removeItem: (sectionId: string, itemId: string) => `/report/list/${sectionId}/${itemId}/remove`,
  };
  const $check = load(
    renderToStaticMarkup(
      <CheckAnswers document={document} links={links} leaveOut={['declaration']} t={formWords} />,
    ),
  );

  test('check answers: every row can be changed, and each link says what it changes', () => {
    const rows = $check('.govuk-summary-list__row').toArray();
    const inCards = $check('.govuk-summary-card .govuk-summary-list__row').length;
    expect($check('.govuk-summary-list__actions a')).toHaveLength(rows.length - inCards);
    const spoken = texts($check, 'a').map((text) => text.replace(/\s+/g, ' '));
    expect(spoken.filter((text, index) => spoken.indexOf(text) !== index)).toEqual([]);
    expect(spoken).toContain('Change What do you know?');
    expect(spoken).toContain('Remove (Vehicle 1)');
    expect($check('a[href="/report/information#whatIsKnown"]')).toHaveLength(1);
    expect($check('a[href="/report/list/people"]').text()).toBe('People');
  });

  test('check answers: the declaration stands elsewhere, what is blank is named in one line', () => {
    expect(texts($check, 'h2')).not.toContain('Declaration');
    expect(texts($check, 'h2')).toContain('Where it came from');
    expect($check('body').text()).toMatch(/You added nothing about: People, /);
  });

  test('a submitted document: cards with the answers as text, the source sealed', () => {
    const $ = load(renderToStaticMarkup(<SubmittedDocument document={document} />));
    expect(texts($, '.govuk-summary-card__title')).toEqual([
      'Danger and safety',
      'What you know',
      'Place 1',
      'Vehicle 1',
      'Where it came from',
      'Declaration',
    ]);
    expect($('b')).toHaveLength(0);
    expect($('body').text()).toContain('<b>Second line</b>');
    expect($('body').text()).toContain('Kept in the sealed source record');
    expect($('a')).toHaveLength(0);
  });

  test('a submitted document: what was not answered is counted and named, and has no row', () => {
    const $ = load(renderToStaticMarkup(<SubmittedDocument document={document} />));
    const card = $('.govuk-summary-card').last().prevAll('.govuk-summary-card').first();
    const left = document.sections
      .flatMap(({ pages }) => pages.flatMap(({ entries }) => entries))
      .filter(({ state }) => state === 'not_provided');
    expect(left).not.toEqual([]);
    expect(texts($, 'details li')).toEqual(left.map(({ label }) => label));
    expect(card.find('summary').text()).toMatch(/^\d+ questions? not answered: Where it came from$/);
    expect($('body').text()).not.toContain('Not provided');
  });
});

describe('the task list', () => {
  const list = (answers: object) =>
    load(
      renderToStaticMarkup(
        <FormTaskList
          definition={version1}
          answers={{ ...answers }}
          hrefOf={(step) =>
            `/${step.kind}/${'pageId' in step ? step.pageId : 'sectionId' in step ? step.sectionId : ''}`
          }
          t={formWords}
        />,
      ),
    );

  test('before the danger screening only that can be opened', () => {
    const $ = list({});
    expect(
      $('a')
        .toArray()
        .map((each) => $(each).attr('href')),
    ).toEqual(['/page/danger']);
    expect(texts($, '.govuk-task-list__status').slice(0, 2)).toEqual(['Not started', 'Cannot start yet']);
  });

  test('links lead to the page, the first item or the list', () => {
    const $ = list({
      danger: 'no',
      child: 'no',
      onBehalfOfVictim: 'no',
      vehicles: [{ id: 'v', vehicleColour: 'red' }],
    });
    const links = $('a')
      .toArray()
      .map((each) => $(each).attr('href'));
    expect(links).toEqual([
      '/page/danger',
      '/page/information',
      '/new_item/places',
      '/items/vehicles',
      '/new_item/people',
      '/page/source',
      '/page/more',
      '/page/already-done',
    ]);
    expect(texts($, '.govuk-task-list__status').slice(0, 5)).toEqual([
      'Completed',
      'Not started',
      'Not started',
      'Completed',
      'Optional',
    ]);
  });
});
