import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { renderPdf } from './pdf.ts';
import type { PrintedBlock as BlockOf, PrintedDocument, PrintedText } from './printed-document.ts';

type PrintedBlock = BlockOf<PrintedText>;

/** The processes that were started to lay documents out. */
const started: ChildProcess[] = [];
subscribe('child_process', (message) => started.push((message as { process: ChildProcess }).process));

const documentOf = (blocks: PrintedBlock[], changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Receipt',
  creator: 'Example portal',
  marking: 'OFFICIAL',
  foot: 'EXAMPLE-1',
  pageOf: 'Page %{page} of %{pages}',
  unprinted: '%{count} not printed',
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
  {
    kind: 'paragraph',
    text: [{ text: 'Update. ', look: 'bold' }, { text: 'All of it\nis done', look: 'red' }, ' in May'],
  },
  { kind: 'bullets', items: ['One thing', 'Another thing'] },
  { kind: 'heading', level: 2, text: 'Answers' },
  {
    kind: 'summary',
    rows: [{ key: 'Name', value: ['Zażółć Ștefan', ['Ελένη ', { text: 'Жук', look: 'bold' }]] }],
  },
  {
    kind: 'table',
    caption: 'Files',
    columns: ['Name', 'Size'],
    widths: [0.7, 0.3],
    rows: [['van.jpg', '12 KB']],
  },
];

describe('a document as PDF', { timeout: 30_000 }, () => {
  it('holds every block, whatever European letters it is written in', async () => {
    const { text } = await read(everyKind);
    for (const words of [
      ...[
        'What was sent',
        'First line',
        'second line',
        'Update. All of it is done in May',
        'One thing',
        'Another thing',
        'Answers',
        'Name',
      ],
      ...['Zażółć Ștefan', 'Ελένη Жук', 'Files', 'van.jpg', '12 KB'],
    ])
      expect(text).toContain(joined(words));
  });

  it('is tagged for screen readers, in English, with the title it is given and no other', async () => {
    const { roles, title, language, properties } = await read(everyKind);
    expect(new Set(roles)).toEqual(
      new Set([
        ...['Root', 'Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'H2'],
        ...['Table', 'Caption', 'Span', 'THead', 'TBody', 'TR', 'TH', 'TD'],
      ]),
    );
    expect(properties).toMatch(/pdfuaid:part>1</);
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
      const before = process.cpuUsage();
      const { text } = await read([
        { kind: 'summary', rows: [{ key: 'x'.repeat(300), value: ['y'.repeat(letters)] }] },
      ]);
      return { text, cost: process.cpuUsage(before).user };
    };
    const short = [(await lasting(1500)).cost, (await lasting(1500)).cost];
    const { text, cost } = await lasting(15_000);
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(300);
    expect(text.match(/y/g)?.length).toBeGreaterThanOrEqual(15_000);
    // Ten times the letters: ten times as long, not a hundred times.
    expect(cost / Math.min(...short)).toBeLessThan(50);
  });

  it('leaves out what prints nothing or turns the direction of other text', async () => {
    const { text } = await read([{ kind: 'paragraph', text: 'a\u0000b\u202ec\u2066d\te' }]);
    expect(text).toContain('abcde');
  });

  it('keeps a heading with what follows it', async () => {
    // Between one heading and the next one line more each time, so that pages end at every place around a heading.
    const { pages } = await read(
      Array.from({ length: 45 }, (_, lines): PrintedBlock[] => [
        { kind: 'heading', level: 1, text: `Heading${lines}.` },
        { kind: 'paragraph', text: `Follows${lines}.` },
        ...Array.from({ length: lines }, (): PrintedBlock => ({ kind: 'paragraph', text: 'Line' })),
      ]).flat(),
    );
    expect(pages.length).toBeGreaterThan(20);
    for (let lines = 0; lines < 45; lines += 1)
      expect(pages.find((page) => page.includes(`Heading${lines}.`))).toContain(`Follows${lines}.`);
  });

  it('takes nothing that was typed for markup or code', async () => {
    const typed = [
      '#read("/etc/hostname") #panic() *bold* _a_ `b` $x^2$ = h // c /* d */ <e> @f \\ ~ -- --- ... "q" \'r\'',
      '%{page} %{count} https://example.org/ #let x = 1',
    ];
    const { text } = await read(typed.map((each) => ({ kind: 'paragraph', text: each })));
    for (const each of typed) expect(text).toContain(joined(each));
  });

  it('lets others be served while it is laid out', async () => {
    const laidOut = renderPdf(documentOf(everyKind));
    const first = await Promise.race([laidOut.then(() => 'document'), setImmediate('others')]);
    expect(first).toBe('others');
    await laidOut;
  });

  it('says nothing of its content where it cannot be laid out, and goes on with the next', async () => {
    const content: PrintedBlock[] = [{ kind: 'paragraph', text: 'A white van' }];
    const refused = renderPdf(documentOf(content, { title: '' }));
    await expect(refused).rejects.toEqual(new Error('A document could not be laid out'));
    expect((await read(content)).text).toContain('Awhitevan');
    expect(started).toHaveLength(1);
  });

  it('is lost alone should the process break that lays it out, which knows no setting of the server', async () => {
    const lost = renderPdf(documentOf(everyKind));
    const { pid } = started.at(-1)!;
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8').replace(/NODE_CHANNEL_\w+=\w+\0/g, '')).toBe('');
    started.at(-1)!.kill('SIGKILL');
    await expect(lost).rejects.toThrow('ended with SIGKILL');
    expect((await read(everyKind)).title).toBe('Receipt');
    expect(started).toHaveLength(2);
  });
});

/** Names and words as people write them, each in a script or language of its own. */
const written = {
  Vietnamese: 'Nguyễn Thị Hương',
  Romanian: 'Ștefan Țăranu în Iași',
  Arabic: 'محمد أحمد من القاهرة',
  Farsi: 'او به خانه آمد، چرا',
  Kurdish: 'ڕۆژباش هەولێر',
  Pashto: 'زه په کور کې یم ښځه',
  Urdu: 'یہ گھر ڈاکٹر ہے، ٹیپو',
  Hebrew: 'שלום עולם',
  Hindi: 'नमस्ते किताब',
  Bengali: 'বাংলা ক্ষুধা',
  Gujarati: 'ગુજરાતી ક્ષમા',
  Punjabi: 'ਪੰਜਾਬੀ ਸਿੰਘ',
  Tamil: 'தமிழ் கொடு',
  Telugu: 'తెలుగు క్షమించు',
  Malayalam: 'മലയാളം',
  Sinhala: 'සිංහල ලංකා',
  Burmese: 'မြန်မာ ကျွန်တော်',
  Khmer: 'ភាសា',
  Thai: 'ภาษาไทย น้ำ',
  Amharic: 'አማርኛ ሰላም',
  Tigrinya: 'ትግርኛ ሓወይ',
  Chinese: '王小明住在北京',
  'Traditional Chinese': '陳大文住喺臺灣',
  Japanese: '田中さんは東京にいる',
  Korean: '김철수 서울',
};

describe('letters of the world', { timeout: 30_000 }, () => {
  it.each(Object.entries(written))('prints %s, in its letters and as it is read', async (_, text) => {
    const { copied } = await read([
      { kind: 'heading', level: 1, text: 'Name' },
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', text: `${text} 12` },
    ]);
    // It drops some spaces between words of Indian scripts.
    expect(copied.slice(1, 4).map(joined)).toEqual(['Name', text, `${text} 12`].map(joined));
  });

  it('says under the title how much no font prints, and where', async () => {
    const { pages } = await read([
      { kind: 'heading', level: 1, text: 'Name' },
      { kind: 'summary', rows: [{ key: 'Name', value: ['\u{1f9ff}\u{20000} and \u{1f9ff}\ufe0f'] }] },
    ]);
    expect(pages[0]).toMatch(/^OFFICIAL\s+Name\s+3 not printed\s+Name\s+\ufffd{2} and \ufffd/);
  });

  it.each(['Arabic', 'Hindi', 'Thai', 'Chinese'] as const)(
    'breaks a line of %s where the column ends, and loses nothing',
    async (language) => {
      const value = Array.from({ length: 80 }, () => written[language]).join(' ');
      const { copied } = await read([
        { kind: 'heading', level: 1, text: 'Name' },
        { kind: 'summary', rows: [{ key: '', value: [value] }] },
      ]);
      expect(copied.length).toBeGreaterThan(15);
      expect(joined(copied.slice(2, -1).join(''))).toBe(joined(value));
    },
  );

  it('fails at no text of its scripts, however letters and marks stand together', async () => {
    const ranges = [
      ...[
        [0x20, 0x24f],
        [0x591, 0x5ff],
        [0x600, 0x6ff],
        [0x900, 0xdff],
        [0xe00, 0xeff],
        [0x1000, 0x109f],
      ],
      ...[
        [0x1200, 0x137f],
        [0x1780, 0x17ff],
        [0x2000, 0x20cf],
        [0x3000, 0x30ff],
        [0x4e00, 0x9fff],
      ],
      ...[
        [0xac00, 0xd7a3],
        [0xd800, 0xdfff],
        [0xfe00, 0xffff],
        [0x1f600, 0x1f640],
      ],
    ] as [number, number][];
    const letter = fc.oneof(
      ...ranges.map(([min, max]) => fc.integer({ min, max }).map((point) => String.fromCodePoint(point))),
      fc.constantFrom(' ', '(', ')', '.', '7', '\u200d', '\n'),
    );
    const texts = fc.sample(fc.array(letter, { minLength: 1, maxLength: 30 }), { numRuns: 120, seed: 4 });
    const { pages } = await read(
      texts.flatMap((letters): PrintedBlock[] => [
        { kind: 'heading', level: 1, text: letters.join('') },
        { kind: 'paragraph', text: letters.join('') },
      ]),
    );
    expect(pages.length).toBeGreaterThan(2);
  });
});
