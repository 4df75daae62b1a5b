import { compile, NodePackageImporter } from 'sass';
import { beforeAll, describe, expect, it } from 'vitest';

let css = '';

beforeAll(() => {
  css = compile('app/ui/styles/portal.scss', { importers: [new NodePackageImporter(process.cwd())] }).css;
}, 60_000);

describe('the portal’s stylesheet', () => {
  it('leaves out the typeface that is licensed for gov.uk only', () => {
    expect(css).not.toMatch(/GDS Transport/i);
    expect(css).not.toContain('@font-face');
    expect(css).toMatch(/font-family: "Helvetica Neue", Helvetica, Arial, sans-serif/);
  });

  it('fetches nothing: no font, no image, no crown', () => {
    expect(css).not.toMatch(/url\(/);
    expect(css).not.toMatch(/@import/);
    expect(css).not.toMatch(/crown|crest/i);
  });

  it('takes the force’s colour at run time wherever it is used', () => {
    const [, declared] = /--govuk-brand-colour: (#[0-9a-f]{6});/.exec(css) ?? [];
    expect(declared).toBe('#14284b');
    const elsewhere = css
      .replaceAll(`var(--govuk-brand-colour, ${declared ?? ''})`, 'brand')
      .replace(`--govuk-brand-colour: ${declared ?? ''};`, '');
    expect(elsewhere).not.toContain(declared);
    expect(css).toMatch(/\.portal-force \{\s*background: var\(--govuk-brand-colour/);
  });

  it('does not use the brand colour of GOV.UK', () => {
    expect(css).not.toMatch(/brand-colour[:,] *#1d70b8/);
  });

  it('turns work lists into cards on narrow windows, and sooner those with many columns', () => {
    const cards = (selector: string, query: string) =>
      new RegExp(
        `@media \\(max-width: ${query}\\) \\{\\s*${selector},[\\s\\S]*?content: attr\\(data-label\\)`,
      );
    expect(css).toMatch(cards('\\.portal-cards', '40\\.0525em'));
    expect(css).toMatch(cards('\\.portal-cards--many', '56\\.24em'));
  });
});
