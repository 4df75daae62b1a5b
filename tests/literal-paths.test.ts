import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { patternOf, routeIds } from '#app/http/link.ts';

/** The fixed parts of all patterns, such as "queues", and the first of each. */
const parts = routeIds.map((id) => patternOf(id).split('/').slice(1));
const fixed = new Set(parts.flat().filter((part) => /^[a-z]/.test(part)));
const first = new Set(parts.map(([part = '']) => part).filter((part) => /^[a-z]/.test(part)));

/** Paths of the portal that are written out in a source, each with its line. */
function literalPaths(path: string, source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const say = (node: ts.Node, text: string) =>
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text}`);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead) {
      const { text } = node as ts.LiteralLikeNode;
      const isAddress =
        ts.isJsxAttribute(node.parent) ||
        (ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'redirect');
      const [, start = ''] = /^\/([a-z][a-z.-]*)/.exec(text) ?? [];
      if (first.has(start) || (isAddress && text === '/')) say(node, text);
    }
    // What stands behind an address that was made: `${link(…)}/reply`.
    if (ts.isTemplateMiddleOrTemplateTail(node)) {
      const [, start = ''] = /^\/([a-z][a-z.-]*)/.exec(node.text) ?? [];
      if (fixed.has(start)) say(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('an address', () => {
  it('is written once: its pattern in routes.ts, every other by link()', () => {
    const sources = ['app', 'emails']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
      )
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^app\/(platform|routes\.ts)/.test(path));
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap((path) => literalPaths(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    "redirect('/')",
    "const to = '/queues/urgent';",
    'const to = `/reports/${id}`;',
    'const to = `${link(id)}/withdraw`;',
    '<a href="/help">Help</a>',
    '<a href="/">Home</a>',
  ])('is found where it is written out: %s', (source) => {
    expect(literalPaths('page.tsx', source)).toHaveLength(1);
  });
});
