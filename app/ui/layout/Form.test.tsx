import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Form, FormStateProvider, type FormState } from './Form.tsx';

const posted = (collision: FormState['collision']): FormState => ({
  values: { expectedVersion: '3' },
  errors: [],
  collision,
});
const versionOf = (state: FormState | null): string | undefined =>
  load(
    renderToStaticMarkup(
      <FormStateProvider value={state}>
        <Form expectedVersion={4} />
      </FormStateProvider>,
    ),
  )('[name=expectedVersion]').val() as string | undefined;

it('collides with what changed while its errors were mended, until its page has shown the change', () => {
  expect(versionOf(null)).toBe('4');
  expect(versionOf(posted(null))).toBe('3');
  expect(versionOf(posted({ changes: [] }))).toBe('4');
});
