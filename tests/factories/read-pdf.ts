import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

export type ReadPdf = {
  /** Text of each page in the order in which it was written, with one space between runs. */
  pages: string[];
  /** The same of the whole document, without spaces: lines break anywhere. */
  text: string;
  /** What is written down for letters that are drawn as other signs than they are, line by line. */
  spoken: string[];
  title: string;
  language: string;
  /** Everything that the properties of the file say. */
  properties: string;
  /** Roles of its structure in reading order, such as "H1" and "LI". */
  roles: string[];
};

/** Reads a PDF as a programme does that knows nothing of how it was made. */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: Uint8Array.from(content), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    roles.push(...rolesOf(await page.getStructTree()));
  }
  const said = info as Record<string, unknown>;
  return {
    pages,
    text: pages.join('').replaceAll(/[\s\u200b]/g, ''),
    spoken: spokenIn(content),
    title: String(said.Title),
    language: String(said.Language),
    properties: JSON.stringify([info, metadata.getRaw()]),
    roles,
  };
}

function rolesOf(node: StructTreeNode | null): string[] {
  if (!node) return [];
  return [node.role, ...node.children.flatMap((child) => ('role' in child ? rolesOf(child) : []))];
}

/** The ActualText of marked content, which pdf.js does not give (ISO 32000-1, 14.9.4). */
function spokenIn(content: Uint8Array): string[] {
  const file = Buffer.from(content);
  return [...file.toString('latin1').matchAll(/stream\n/g)].flatMap(({ index, 0: word }) => {
    const drawn = inflated(file.subarray(index + word.length));
    return [...drawn.matchAll(/\/ActualText \(((?:\\[^]|[^\\)])*)\)/g)].map(([, written = '']) =>
      Buffer.from(
        written.replaceAll(/\\([^])/g, (_, each: string) => escapes[each] ?? each),
        'latin1',
      )
        .swap16()
        .toString('utf16le')
        .replace('\ufeff', ''),
    );
  });
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}
