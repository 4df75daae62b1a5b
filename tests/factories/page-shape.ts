import { createHash } from 'node:crypto';

/** One opening tag: its name and its attributes as they stand, an empty string for one without a value. */
export type Tag = { name: string; attributes: ReadonlyMap<string, string> };

/** Where a page gives parts of it names, the name differs between two of one kind. */
const named =
  /^(id|for|name|value|href|src|content|nonce|action|title|alt|aria-label|aria-labelledby|aria-describedby|aria-controls|headers|data-.*)$/;

/**
 * The shape of some HTML: its elements in each other, with their attributes and the values of those that are no names,
 * each kind once in its parent. It is a hash, so two pages of one shape are equal.
 */
export function shapeOf(html: string): string {
  return createHash('sha256')
    .update(walk(html, () => undefined))
    .digest('base64url');
}

/** The same HTML with one row, option or item of each kind in its parent. */
export function oneRowOfEachKind(html: string): string {
  const repeated: { from: number; to: number }[] = [];
  walk(html, (name, from, to) => {
    if (rows.has(name)) repeated.push({ from, to });
  });
  let at = 0;
  const kept = repeated
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => {
      const before = html.slice(at, from);
      at = Math.max(at, to);
      return before;
    });
  return [...kept, html.slice(at)].join('');
}

const rows = new Set(['li', 'option', 'tr']);

/**
 * The kinds of elements in each other as one text. An element of a kind that its parent has already is told of, with
 * where it begins and ends.
 */
function walk(html: string, again: (name: string, from: number, to: number) => void): string {
  type Open = { name: string; from: number; key: string; children: Set<string> };
  const root: Open = { name: '', from: 0, key: '', children: new Set() };
  const open: Open[] = [];
  const close = (to: number) => {
    const { name, from, key, children } = open.pop() ?? root;
    const siblings = (open.at(-1) ?? root).children;
    const kind = `${key}(${[...children].join()})`;
    if (siblings.has(kind)) again(name, from, to);
    siblings.add(kind);
  };
  for (const { 0: written, 1: slash = '', 2: name = '', 3: attributes = '', index } of html.matchAll(
    anyTag,
  )) {
    const end = index + written.length;
    if (slash !== '') {
      if (open.length > 0) close(end);
      continue;
    }
    open.push({ name, from: index, key: `${name} ${kindOf(attributes)}`, children: new Set() });
    if (voidElements.has(name) || written.endsWith('/>')) close(end);
  }
  // An element that nobody closed is another shape.
  const left = open.length;
  while (open.length > 0) close(html.length);
  return [...root.children, left].join();
}

/** The attributes of a tag without the values of those that are names. */
const kindOf = remembered((written) =>
  [...attributesOf(written)]
    .map(([attribute, value]) => (named.test(attribute) ? attribute : `${attribute}=${value}`))
    .join(' '),
);

/** The main part of a page as it is written, and the frame around it. */
export function partsOf(html: string): { main: string; frame: string } {
  const from = html.indexOf('<main');
  const to = html.indexOf('</main>') + '</main>'.length;
  return { main: html.slice(from, to), frame: `${html.slice(0, from)}${html.slice(to)}` };
}

/** React writes no `<` and no `>` into a text or an attribute, so tags are found without a parser. */
const anyTag = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=<>"/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const voidElements = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Every opening tag in its order. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(anyTag)]
    .filter(([, slash]) => slash === '')
    .map(([, , name = '', attributes = '']) => ({ name, attributes: attributesOf(attributes) }));
}

const attributesOf = remembered(
  (written) =>
    new Map(
      [...written.matchAll(/([^\s=<>"/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
        name.toLowerCase(),
        value,
      ]),
    ),
);

/** Pages are written in the same few thousand tags, so what is made of each is kept; those with names of their own pass by. */
function remembered<Made>(make: (written: string) => Made): (written: string) => Made {
  const known = new Map<string, Made>();
  return (written) => {
    const kept = known.get(written) ?? make(written);
    if (known.size < 20_000) known.set(written, kept);
    return kept;
  };
}
