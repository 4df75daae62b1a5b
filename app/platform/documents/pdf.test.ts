import fc from 'fast-check';
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
  unprinted: (count) => `${count} not printed`,
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
    const words = Array.from({ length: 1500 }, (_, index) => `word${index}`);
    const { pages, text } = await read([
      { kind: 'summary', rows: [{ key: 'What is known', value: [words.join(' ')] }] },
      { kind: 'paragraph', text: words.join(' ') },
    ]);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page.match(/OFFICIAL/g)).toHaveLength(2);
      expect(page).toContain('EXAMPLE-1');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    for (const word of words) expect(text.split(word).length, word).toBeGreaterThan(2);
  });

  it('breaks a word that no line holds, in a time that does not grow with its square', async () => {
    const lasting = async (letters: number) => {
      const started = performance.now();
      const { text } = await read([
        { kind: 'summary', rows: [{ key: 'x'.repeat(3000), value: ['y'.repeat(letters)] }] },
      ]);
      return { text, took: performance.now() - started };
    };
    const short = [(await lasting(4000)).took, (await lasting(4000)).took];
    const { text, took } = await lasting(40_000);
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
    expect(text.match(/y/g)?.length).toBeGreaterThanOrEqual(40_000);
    // Ten times the letters: ten times as long, not a hundred times.
    expect(took / Math.min(...short)).toBeLessThan(50);
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

/** Names and words as people write them, each in a script of its own. */
const written = {
  Vietnamese: 'Nguyễn Thị Hương',
  Arabic: 'محمد أحمد من القاهرة',
  Urdu: 'یہ گھر ڈاکٹر ہے، ٹیپو',
  Hebrew: 'שלום (עולם)',
  Hindi: 'नमस्ते क्षत्रिय किताब',
  Bengali: 'বাংলা ক্ষুধা',
  Punjabi: 'ਪੰਜਾਬੀ ਸਿੰਘ',
  Tamil: 'தமிழ் கொடு',
  Amharic: 'አማርኛ ሰላም',
  Thai: 'ภาษาไทย น้ำ',
};

describe('letters of the world', { timeout: 30_000 }, () => {
  it.each(Object.entries(written))('prints %s, in its letters and as it is read', async (_, text) => {
    const { spoken, text: shown } = await read([
      { kind: 'heading', level: 1, text: 'Name' },
      { kind: 'heading', level: 2, text },
      { kind: 'summary', rows: [{ key: 'Name', value: [`${text} 12`] }] },
    ]);
    expect(shown).not.toMatch(/\ufffd|not printed/);
    if (text === written.Vietnamese) expect(shown).toContain(joined(text));
    else expect(spoken).toEqual([text, `${text} 12`]);
  });

  it('says under the title how much no font prints, and where', async () => {
    const { pages } = await read([
      { kind: 'heading', level: 1, text: 'Name' },
      { kind: 'summary', rows: [{ key: 'Name', value: ['王小明 and 김'] }] },
    ]);
    expect(pages[0]).toMatch(/^Name\s+4 not printed\s+Name\s+\ufffd{3} and \ufffd/);
  });

  it('breaks a line of any script where the column ends, and loses nothing', async () => {
    const words = Array.from({ length: 80 }, (_, index) => `${written.Arabic} ${index} ${written.Hindi}`);
    const { spoken } = await read([{ kind: 'summary', rows: [{ key: 'Text', value: [words.join(' ')] }] }]);
    expect(spoken.length).toBeGreaterThan(20);
    expect(spoken.join(' ')).toBe(words.join(' '));
  });

  it('fails at no text of its scripts, however letters and marks stand together', async () => {
    const ranges = [
      [0x41, 0x7a],
      [0x591, 0x5ea],
      [0x600, 0x6ff],
      [0x900, 0x9ff],
      [0xa00, 0xa7f],
      [0xb80, 0xbff],
      [0xe00, 0xe5b],
      [0x1200, 0x137f],
      [0x4e00, 0x4eff],
      [0x1f600, 0x1f640],
    ] as const;
    const letter = fc.oneof(
      ...ranges.map(([min, max]) => fc.integer({ min, max }).map((point) => String.fromCodePoint(point))),
      fc.constantFrom(' ', '(', ')', '.', '7', '\u200d'),
    );
    const texts = fc.sample(fc.array(letter, { minLength: 1, maxLength: 30 }), { numRuns: 120, seed: 4 });
    const { pages } = await read(texts.map((letters) => ({ kind: 'paragraph', text: letters.join('') })));
    expect(pages.length).toBeGreaterThan(2);
  });
});
