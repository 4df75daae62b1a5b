import { describe, expect, it } from 'vitest';
import { questionsOf } from '#app/domain/form/definition.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import { en } from '#app/messages/words.ts';
import { renderPdf } from '#app/platform/documents/pdf.ts';
import { currentDefinition, publishedDefinitions } from '#tests/factories/published-forms.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { printedSheet, type Sheet } from './blank-form.ts';

const call = 'If someone is in danger now, call 999.';
const agreedOn = new Date('2015-12-01');
const sheet = (of: Sheet, definition: Form) => printedSheet(of, { definition, agreedOn }, call, en);

describe.each(publishedDefinitions)('the sheets of version $version', (definition) => {
  it('hold every question, with no room for who told the partner', () => {
    const text = JSON.stringify(sheet('form', definition).blocks);
    for (const { label, why } of questionsOf(definition)) {
      expect(text).toContain(JSON.stringify(label).slice(1, -1));
      expect(text).toContain(JSON.stringify(why).slice(1, -1));
    }
    expect(text).toContain(en.advice.promptSheet.sealed);
  });

  it('give whoever speaks the choice of being named, and whom to call', () => {
    const { blocks } = sheet('choice', definition);
    expect(blocks.filter(({ kind }) => kind === 'ticks').length).toBeGreaterThan(1);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: call });
  });
});

describe('the pocket and the choice', () => {
  it.each(['pocket', 'choice'] as const)('are one page: %s', async (of) => {
    const document = { ...sheet(of, currentDefinition), creator: 'Portal', at: agreedOn };
    const { pages, text } = await readPdf(await renderPdf(document));
    expect(pages).toHaveLength(1);
    expect(text).toContain(en.advice.sheets[of].title.replaceAll(' ', ''));
  });
});
