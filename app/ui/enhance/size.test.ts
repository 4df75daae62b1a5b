import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

/** Partner pages are read on old telephones and slow lines: the budget of the architecture. */
const BUDGET_BYTES = 15 * 1024;

type Bundle = { output: { type: string; fileName: string; code?: string; isEntry?: boolean }[] };

let files: Bundle['output'] = [];
let code = '';

beforeAll(async () => {
  const built = await build({
    configFile: 'vite.enhance.config.ts',
    logLevel: 'silent',
    build: { write: false },
  });
  files = (built as unknown as Bundle).output;
  code = files[0]?.code ?? '';
}, 60_000);

describe('the script of pages without React', () => {
  it('is one file of a fixed name, and what pages with a long list or a text to be sanitised fetch besides', () => {
    const names = files.map(({ fileName }) => fileName);
    expect(names.sort()).toEqual(['choose-by-typing.js', 'portal.js', 'show-findings.js']);
    for (const { code: fetched = '' } of files)
      expect(gzipSync(fetched).length).toBeLessThanOrEqual(20 * 1024);
  });

  it('keeps within its budget, compressed', () => {
    expect(code.length).toBeGreaterThan(1000);
    expect(gzipSync(code).length).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('carries each component that pages are marked up for', () => {
    const modules = [
      'button',
      'character-count',
      'checkboxes',
      'error-summary',
      'exit-this-page',
      'notification-banner',
      'password-input',
      'radios',
      'service-navigation',
      'skip-link',
    ];
    expect(modules.filter((name) => !code.includes(`govuk-${name}`))).toEqual([]);
  });

  it('needs no more than the content security policy allows', () => {
    expect(code).not.toMatch(/\beval\(|new Function\(|\.innerHTML\b|insertAdjacentHTML|document\.write\b/);
  });
});
