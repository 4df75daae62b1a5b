import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { version5 } from '#tests/factories/published-forms.ts';
import { SectionProgress } from './SectionProgress.tsx';

const answers = {
  danger: 'no',
  child: 'no',
  onBehalfOfVictim: 'yes',
  whatIsKnown: 'A van.',
  canDescribe: ['people'],
};
const draw = (sectionId: string, heading: string) =>
  load(
    renderToStaticMarkup(
      <SectionProgress
        definition={version5}
        answers={answers}
        sectionId={sectionId}
        heading={heading}
        hrefOf={({ kind }) => `/${kind}`}
      />,
    ),
  );

test('a page says in words which section of how many it is, and leads to the others', () => {
  const $ = draw('people', 'Add a person');
  expect($('summary').text()).toMatch(/^Section \d of \d: People$/);
  expect($('nav a').length).toBeGreaterThan(1);
  // A heading that is the section's own name is not said twice.
  expect(draw('people', 'People')('summary').text()).toMatch(/^Section \d of \d$/);
  expect(draw('already-done', 'What has already been done').text()).toBe('');
});
