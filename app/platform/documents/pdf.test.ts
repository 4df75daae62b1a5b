import { describe, expect, it } from 'vitest';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { renderPdf } from './pdf.ts';
import type { PrintedBlock, PrintedDocument } from './printed-document.ts';

const documentOf = (blocks: PrintedBlock[], changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Receipt',
  creator: 'Example portal',
  marking: 'OFFICIAL',
  foot: 'EXAMPLE-1',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  at: new Date('2016-01-18T09:00:00Z'),
  blocks,
  ...changes,
});
const read = async (blocks: PrintedBlock[], changes?: Partial<PrintedDocument>) =>
  readPdf(await renderPdf(documentOf(blocks, changes)));
const joined = (text: string) => text.replaceAll(/\s/g, '');

const everyKind: PrintedBlock[] = [
  { kind: 'heading', level: 1, text: 'What was sent' },
  { kind: 'paragraph', text: 'First line\nsecond line' },
  { kind: 'bullets', items: ['One thing', 'Another thing'] },
  { kind: 'heading', level: 2, text: 'Answers' },
  { kind: 'summary', rows: [{ key: 'Name', value: ['Zażółć Ștefan', 'Ελένη Жук'] }] },
  { kind: 'table', caption: 'Files', columns: ['Name', 'Size'], rows: [['van.jpg', '12 KB']] },
];

describe('a document as PDF', { timeout: 30_000 }, () => {
  it('holds every block, whatever European letters it is written in', async () => {
    const { text } = await read(everyKind);
    for (const words of [
      ...['What was sent', 'First line', 'second line', 'One thing', 'Another thing', 'Answers', 'Name'],
      ...['Zażółć Ștefan', 'Ελένη Жук', 'Files', 'van.jpg', '12 KB'],
    ])
      expect(text).toContain(joined(words));
  });

  it('is tagged for screen readers, in English, with the title it is given and no other', async () => {
    const { roles, title, language, properties } = await read(everyKind);
    expect(new Set(roles)).toEqual(
      new Set([
        ...['Root', 'Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'H2'],
        ...['Table', 'Caption', 'TR', 'TH', 'TD'],
      ]),
    );
    expect({ title, language }).toEqual({ title: 'Receipt', language: 'en-GB' });
    expect(properties).not.toMatch(/What was|thing|van/);
  });

  it('is the same bytes for the same document at the same time, and says when', async () => {
    const [first, second, later] = await Promise.all([
      renderPdf(documentOf(everyKind)),
      renderPdf(documentOf(everyKind)),
      renderPdf(documentOf(everyKind, { at: new Date('2016-01-18T09:00:01Z') })),
    ]);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, later)).not.toBe(0);
    expect((await readPdf(first)).properties).toContain('20160118090000Z');
  });

  it('has marking, foot and number on every page, and loses nothing of an answer longer than a page', async () => {
    const words = Array.from({ length: 4000 }, (_, index) => `word${index}`);
    const { pages, text } = await read([
      { kind: 'summary', rows: [{ key: 'What is known', value: [words.join(' ')] }] },
      { kind: 'paragraph', text: words.join(' ') },
    ]);
    expect(pages.length).toBeGreaterThan(6);
    for (const [index, page] of pages.entries()) {
      expect(page.match(/OFFICIAL/g)).toHaveLength(2);
      expect(page).toContain('EXAMPLE-1');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    for (const word of words) expect(text.split(word).length, word).toBeGreaterThan(2);
  });

  it('breaks a word that no line holds, in a time that does not grow with its square', async () => {
    const started = performance.now();
    const { text } = await read([
      { kind: 'summary', rows: [{ key: 'x'.repeat(3000), value: ['y'.repeat(20_000)] }] },
    ]);
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
    expect(text.match(/y/g)?.length).toBeGreaterThanOrEqual(20_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('leaves out what prints nothing or turns the direction of other text', async () => {
    const { text } = await read([{ kind: 'paragraph', text: 'a\u0000b\u202ec\u2066d\te' }]);
    expect(text).toContain('abcde');
  });

  it('keeps a heading with what follows it', async () => {
    const filling: PrintedBlock[] = Array.from({ length: 40 }, (_, index) => ({
      kind: 'paragraph',
      text: `Line ${index}`,
    }));
    for (let count = 29; count < 34; count += 1) {
      const { pages } = await read([
        ...filling.slice(0, count),
        { kind: 'heading', level: 2, text: 'Heading' },
        { kind: 'paragraph', text: 'Follows' },
      ]);
      expect(pages.find((page) => page.includes('Heading'))).toContain('Follows');
    }
  });
});
