import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { permissions } from '#app/domain/kernel/permissions.ts';
import { en } from './catalogue.ts';
import { pseudo, translator } from './translator.ts';

/** Every text of the catalogue by its whole key. A sentence that is its own key is one, whatever stops it has. */
const texts = new Map<string, unknown>(leaves(en, ''));

function leaves(node: object, above: string): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${above}${key}.`)
      : [[`${above}${key}`, value] as [string, unknown]],
  );
}

/** Sources below a folder, parsed; tests left out. */
function sources(folder: string): ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
}

function nodesOf(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Used = { key: string; whole: boolean; where: string };

/** What `t(...)` is asked for: whole keys, and for a template its beginning. */
function asked(source: ts.SourceFile): Used[] {
  return nodesOf(source).flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 't')
      return [];
    return node.arguments.slice(0, 1).flatMap((argument) => keysIn(argument, source));
  });
}

function keysIn(node: ts.Expression, source: ts.SourceFile): Used[] {
  const where = `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, whole: true, where }];
  if (ts.isTemplateExpression(node))
    return node.head.text ? [{ key: node.head.text, whole: false, where }] : [];
  if (ts.isConditionalExpression(node))
    return [...keysIn(node.whenTrue, source), ...keysIn(node.whenFalse, source)];
  if (ts.isParenthesizedExpression(node)) return keysIn(node.expression, source);
  return [];
}

/** A key that is counted with has a text for one and one for several. */
const isWhole = (key: string) => texts.has(key) || (texts.has(`${key}_one`) && texts.has(`${key}_other`));
const known = ({ key, whole }: Used) =>
  whole ? isWhole(key) : [...texts.keys()].some((each) => each.startsWith(key));

describe('the catalogue', () => {
  it('has a text for every key, without a space too many', () => {
    expect(texts.size).toBeGreaterThan(200);
    // A space at the end only after a colon, where something follows.
    const wrong = [...texts].filter(
      ([, text]) => typeof text !== 'string' || text.trim() === '' || /^\s|\s{2}|[^:]\s$/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('gives no key twice: not within a file, and not by two files', () => {
    const twice = sources('app/messages/en').flatMap((source) =>
      nodesOf(source)
        .filter((node) => ts.isObjectLiteralExpression(node))
        .flatMap((node) => {
          const names = node.properties.flatMap((property) =>
            property.name ? [property.name.getText()] : [],
          );
          return names
            .filter((name, index) => names.indexOf(name) !== index)
            .map((name) => `${source.fileName} ${name}`);
        }),
    );
    expect(twice).toEqual([]);
    const areas = Object.entries(en).filter(([, value]) => typeof value === 'object');
    for (const [area] of areas) expect(texts.has(area)).toBe(false);
  });

  it('has every key that a page of a partner or a part of one asks for', () => {
    const partnerFacing = [...sources('app/routes'), ...sources('app/ui')].filter((source) =>
      source.text.includes('useMessages'),
    );
    const uses = partnerFacing.flatMap(asked);
    expect(uses.length).toBeGreaterThan(150);
    expect(uses.filter((use) => !known(use))).toEqual([]);
  });

  it('has every key that is handed on as a text, such as the error of a form', () => {
    const areas = Object.entries(en).flatMap(([area, value]) => (typeof value === 'object' ? [area] : []));
    const shape = new RegExp(`^(${areas.join('|')})(\\.\\w+)+$`);
    const errors = ['app/routes', 'app/ui', 'app/http']
      .flatMap(sources)
      .flatMap((source) =>
        nodesOf(source).flatMap((node) => (ts.isStringLiteral(node) ? keysIn(node, source) : [])),
      );
    // Names of permissions have the same shape.
    const keys = errors.filter(({ key }) => shape.test(key) && !Object.hasOwn(permissions, key));
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((use) => !known(use))).toEqual([]);
  });

  it('fills exactly the values that a text names', () => {
    const { t } = translator('en');
    const named = [...texts].filter(([, text]) => /\{\{/.test(String(text)));
    expect(named.length).toBeGreaterThan(5);
    for (const [key, text] of named) {
      const names = [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
      expect([key, names.length]).toEqual([key, String(text).split('{{').length - 1]);
      const filled = t(key, Object.fromEntries(names.map((name) => [name, `<${name}>`])));
      expect([key, filled.includes('{{')]).toEqual([key, false]);
      for (const name of names) expect(filled).toContain(`<${name}>`);
    }
  });
});

describe('the pseudo-locale', () => {
  const { t } = translator('pseudo');

  it('marks every text of the catalogue whole, with its values inside', () => {
    for (const key of texts.keys()) expect([key, t(key)]).toEqual([key, expect.stringMatching(/^⟦[^⟦⟧]+⟧$/)]);
    const [key = ''] = [...texts].find(([, text]) => /\{\{reference\}\}/.test(String(text))) ?? [];
    expect(t(key, { reference: 'K7M2P-9QXDR' })).toMatch(/^⟦.*K7M2P-9QXDR.*⟧$/);
  });

  it('leaves unmarked what the catalogue lacks, so that a test finds it', () => {
    expect(t('reports.no.such.key')).toBe('reports.no.such.key');
    expect(t('Some words nobody put into the catalogue')).toBe('Some words nobody put into the catalogue');
  });

  it('marks nothing that is blank, and is not used by the pages people see', () => {
    expect(pseudo(' ')).toBe(' ');
    const everyday = translator('en').t;
    for (const key of texts.keys()) expect(everyday(key)).not.toMatch(/[⟦⟧]/);
  });

  it('is made once for each locale', () => {
    expect(translator('pseudo')).toBe(translator('pseudo'));
    expect(translator('pseudo')).not.toBe(translator('en'));
  });
});
