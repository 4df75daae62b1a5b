import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { countedIn } from '#app/domain/kernel/counted.ts';
import { inBrackets, marked } from './pseudo.ts';
import { en, languages, sentenceIn, type Words } from './words.ts';

type Leaf = { name: string; say: (count: number) => string };

/** Every text by its path. What stands in a text is shown as `<name>`, and `count` is a number. */
function leavesOf(words: object, above = ''): Leaf[] {
  return Object.entries(words).flatMap(([key, part]: [string, unknown]): Leaf[] => {
    const name = `${above}${key}`;
    if (typeof part === 'string') return [{ name, say: () => part }];
    if (typeof part === 'object' && part !== null) return leavesOf(part, `${name}.`);
    const text = part as (values: unknown) => string;
    const values = (count: number) =>
      new Proxy({}, { get: (_, value) => (value === 'count' ? count : `<${String(value)}>`) });
    return [{ name, say: (count) => text(values(count)) }];
  });
}

/** What the definition of a form holds is given, not held. */
const held = (words: Words) => leavesOf(words).filter(({ name }) => name !== 'form.asked');

const leaves = held(en);

describe('the words of partners', () => {
  it('are never blank, and have no space too many', () => {
    expect(leaves.length).toBeGreaterThan(500);
    // A space at the end only after a colon, where something follows.
    const wrong = leaves.filter(({ say }) =>
      [0, 1, 2].some((count) => /^\s*$|^\s| {2}|[^:]\s$|undefined|\[object/.test(say(count))),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('promise no firewall towards immigration enforcement, which nobody here can keep', () => {
    expect(leaves.filter(({ say }) => /firewall/i.test(say(2)))).toEqual([]);
  });

  it('are in a form of their own for one where they count', () => {
    const counting = leaves.filter(({ say }) => say(3) !== say(4));
    expect(counting.length).toBeGreaterThan(30);
    const other = (text: string, count: number) => text.replace(String(count), 'N');
    for (const { name, say } of counting) {
      expect([name, other(say(1), 1)]).not.toEqual([name, other(say(2), 2)]);
      expect([name, other(say(0), 0)]).toEqual([name, other(say(2), 2)]);
    }
  });

  it('are all said somewhere', () => {
    expect(unsaid()).toEqual([]);
  });

  it('hold the sentences that others say, as they say them', () => {
    const app = sources('app').map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'"));
    // A limit is put into its sentence: `Answer must be ${charactersOrLess(…)}`.
    const isSaid = (sentence: string) => [sentence, `${sentence.split(/\d/)[0] ?? ''}\${`];
    const missing = Object.keys(en.sentences).filter(
      (sentence) => !isSaid(sentence).some((text) => app.some((source) => source.includes(text))),
    );
    expect(missing).toEqual([]);
    expect(sentenceIn(languages.pseudo, 'Select a file')).toBe('⟦Select a file⟧');
    expect(sentenceIn(languages.pseudo, 'toString')).toBe('toString');
  });
});

describe('the pseudo-locale', () => {
  it('marks every text whole, with what stands in it', () => {
    for (const { name, say } of held(languages.pseudo))
      expect([name, say(1)]).toEqual([name, expect.stringMatching(/^⟦[^⟦⟧]+⟧$/)]);
    expect(languages.pseudo.home.greeting({ name: 'Sam' })).toBe('⟦Hello, Sam⟧');
    expect(languages.pseudo.form.asked('Is anyone in danger?')).toBe('⟦Is anyone in danger?⟧');
  });

  it('marks nothing that is blank, and nothing of English', () => {
    expect(inBrackets(' ')).toBe(' ');
    expect(marked({ a: { b: 'c' } })).toEqual({ a: { b: '⟦c⟧' } });
    for (const { say } of leaves) expect(say(1)).not.toMatch(/[⟦⟧]/);
  });
});

describe('counting', () => {
  it('takes the text that the language asks for', () => {
    const polish = countedIn<'one' | 'few' | 'many' | 'other'>('pl');
    const words = (count: number) =>
      polish(count, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' });
    expect([1, 3, 5, 22].map(words)).toEqual(['plik', 'pliki', 'plików', 'pliki']);
  });

  it('knows both categories of English', () => {
    const { pluralCategories } = new Intl.PluralRules('en-GB').resolvedOptions();
    expect([...pluralCategories].sort()).toEqual(['one', 'other']);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^messages\/|^platform\//.test(name))
    .map((name) => path.join(folder, name));
}

/** A text as a page names it, `t.home.waits[code]` as `home`, `waits`, `*`; `whole` where it is handed on with all below. */
type Use = { path: string[]; whole: boolean };

/** What a source says: what it takes from `t`, and from what it calls a part of `t`. */
function usesIn(file: string): Use[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const parts = new Map<string, string[]>([['t', []]]);
  const uses: Use[] = [];
  const pathOf = (node: ts.Expression): string[] | undefined => {
    if (ts.isIdentifier(node)) return parts.get(node.text);
    if (ts.isCallExpression(node)) return /^(useMessages|messagesOf)\(/.test(node.getText()) ? [] : undefined;
    const last = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isElementAccessExpression(node)
        ? keyOf(node.argumentExpression)
        : undefined;
    if (last === undefined) return undefined;
    const before = pathOf((node as ts.PropertyAccessExpression).expression);
    return before && [...before, last];
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const of = pathOf(node.initializer);
      if (of && ts.isIdentifier(node.name)) parts.set(node.name.text, of);
      if (of && ts.isObjectBindingPattern(node.name))
        for (const { name, propertyName } of node.name.elements) {
          const part = [...of, (propertyName ?? name).getText()];
          parts.set(name.getText(), part);
          uses.push({ path: part, whole: false });
        }
      if (of) uses.push({ path: of, whole: false });
    } else if (ts.isExpression(node)) {
      const used = pathOf(node);
      if (used && used.length > 0) {
        uses.push({ path: used, whole: !ts.isIdentifier(node) });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

const keyOf = (key: ts.Expression) => (ts.isStringLiteral(key) || ts.isNumericLiteral(key) ? key.text : '*');

/** Texts that no page says. */
function unsaid(): string[] {
  const uses = sources('app')
    .filter((file) => /essages|\bWords\b/.test(readFileSync(file, 'utf8')))
    .flatMap(usesIn);
  expect(uses.length).toBeGreaterThan(300);
  const isSaid = (text: string[]) =>
    uses.some(
      ({ path: used, whole }) =>
        (whole ? used.length <= text.length : used.length === text.length) &&
        used.every((part, index) => part === '*' || part === text[index]),
    );
  return leaves
    .map(({ name }) => name)
    .filter((name) => !/^sentences\./.test(name) && !isSaid(name.split('.')));
}
