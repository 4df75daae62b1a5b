import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '#app/domain/form/definition.ts';
import { publishedDefinitions, version4, version5 } from '#tests/factories/published-forms.ts';
import { signsToKnow } from '#app/domain/form/signs-to-know.ts';
import { formWords } from '#app/domain/form/words.ts';
import { languages, type Locale } from '#app/messages/words.ts';
import { FrameProvider } from '#app/ui/layout/frame-context.ts';
import { WordsProvider } from '#app/ui/messages.ts';
import { frameFacts } from '#tests/factories/emergency-words.ts';
import { PromptSheet } from './PromptSheet.tsx';
import { SignsOfExploitation } from './SignsOfExploitation.tsx';

describe.each(publishedDefinitions)('the blank form of version $version', (definition) => {
  const draw = (locale: Locale) =>
    load(
      renderToStaticMarkup(
        <WordsProvider value={languages[locale]}>
          <FrameProvider value={frameFacts}>
            <main>
              <PromptSheet definition={definition} t={languages[locale].form} />
            </main>
          </FrameProvider>
        </WordsProvider>,
      ),
    );
  const $ = draw('en');
  const text = $('main').text();
  const questions = questionsOf(definition);

  test('has every question with its hint, its reason and its options', () => {
    expect($('.portal-prompt')).toHaveLength(questions.length);
    for (const question of questions) {
      expect(text, question.id).toContain(question.label);
      expect(text, question.id).toContain(question.why);
      if (question.hint !== undefined) expect(text, question.id).toContain(question.hint);
      if ('options' in question && question.options.length <= 30)
        for (const option of question.options) expect(text, question.id).toContain(option.label);
    }
  });

  test('has nothing to fill in on a screen, and no room for who the source is', () => {
    expect($('input, select, textarea, form, script')).toHaveLength(0);
    const sealed = questions.filter((question) => question.dataClass === 'source_identity');
    expect(sealed.length).toBeGreaterThan(0);
    for (const { label } of sealed) {
      const block = $('.portal-prompt').filter((_, each) => $(each).text().includes(label));
      expect(block.first().find('.portal-prompt__line')).toHaveLength(0);
      expect(block.first().text()).toContain('Do not write this on paper');
    }
  });

  test('says when a question applies, and which sections are needed', () => {
    expect(text).toContain(
      'Only if this applies: “Something else” at “What kind of exploitation could this be?”',
    );
    expect($('h2:contains("(needed)")').length).toBe(
      definition.sections.filter((section) => !section.optional).length,
    );
  });

  test('has no words of its own', () => {
    let rest = draw('pseudo')('main').text();
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    expect(rest.replace(/[():,“”\s]/g, '')).toBe('');
  });
});

test.each([version4, version5])('the aide-memoire of version $version lists every sign once', (form) => {
  const signs = signsToKnow([form]);
  const $ = load(
    renderToStaticMarkup(<SignsOfExploitation signs={signs} controlHeading="Control" t={formWords} />),
  );
  const listed = $('li')
    .toArray()
    .map((each) => $(each).text());
  const asked = signs.lists.flatMap(({ question }) =>
    question.options
      .filter(({ value }) => value !== 'none' && value !== 'not_known')
      .map(({ label }) => label),
  );
  expect([...listed].sort()).toEqual([...asked].sort());
  // The fourth version asks for control apart.
  expect($('h2:contains("Control")')).toHaveLength(form === version4 ? 1 : 0);
});
