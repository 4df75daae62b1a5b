import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

export type ReadPdf = {
  /** Text of each page in the order in which it was written, with one space between runs. */
  pages: string[];
  /** The same of the whole document, without spaces: lines break anywhere. */
  text: string;
  /** What a browser copies from it or reads out, line by line: letters as they were written, whatever signs they are drawn as. */
  copied: string[];
  title: string;
  language: string;
  /** Everything that the properties of the file say. */
  properties: string;
  /** Roles of its structure in reading order, such as "H1" and "LI". */
  roles: string[];
};

/** Reads a PDF as a programme does that knows nothing of how it was made. */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  // It takes a second to load, in each process that might read one.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
    copied: await copiedFrom(content),
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

/** By the library of Chrome and Edge, as pdf.js reads signs and not what they stand for (ISO 32000-1, 14.9.4). */
async function copiedFrom(content: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.from(content));
  const lines = [...document.pages()].flatMap((page) => page.getText().split('\r\n'));
  document.destroy();
  library.destroy();
  return lines;
}
