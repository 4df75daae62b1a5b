import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedNames, fileKinds, fileLimits, kindAndSize, nameFits, shownFileName } from './file-kinds.ts';
import { fileRefusals } from './refusals.ts';

describe('the name of a file', () => {
  it.each([
    ['van.jpg', 'van.jpg'],
    ['C:\\Users\\Someone\\van.jpg', 'van.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['a/', 'file'],
    ['two   spaces\tand\r\nlines.txt', 'two spacesandlines.txt'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['nul\0byte.pdf', 'nulbyte.pdf'],
    ['Zdjęcie 1.png', 'Zdjęcie 1.png'],
    [`${'a'.repeat(300)}.jpeg`, `${'a'.repeat(114)}….jpeg`],
  ])('%j is shown as %j', (given, shown) => {
    expect(shownFileName(given)).toBe(shown);
  });

  it('is always one short line without a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const shown = shownFileName(given);
        expect(shown).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(120);
        expect(shown).not.toBe('');
      }),
    );
  });
});

describe('a name promises what the file is', () => {
  it.each([
    ['van.jpg', 'jpg'],
    ['IMG_0042.HEIC', 'heic'],
    ['a screenshot that a messenger called.png', 'jpg'],
    ['letter.docx.pdf', 'pdf'],
    ['notes of 3.12.txt', 'txt'],
    ['image', 'png'],
    ['Interview on Tuesday. Notes', 'txt'],
  ] as const)('%s of %s', (name, kind) => {
    expect(nameFits(name, kind)).toBe(true);
  });

  it.each([
    ['prog.exe', 'txt'],
    ['prog.exe.txt', 'txt'],
    ['photo.svg', 'txt'],
    ['page.html', 'txt'],
    ['page.html.jpg', 'jpg'],
    ['photo.jpg', 'pdf'],
    ['letter.pdf', 'docx'],
    ['photo\u202Egpj.exe', 'jpg'],
    ['setup.exe .txt', 'txt'],
  ] as const)('%s not of %s', (name, kind) => {
    expect(nameFits(name, kind)).toBe(false);
  });
});

describe('what a refusal says', () => {
  it('names the limits and kinds that hold', () => {
    expect(fileRefusals.tooLarge).toContain(`${fileLimits.bytes / 1024 / 1024}MB`);
    expect(fileRefusals.total).toContain(`${fileLimits.total / 1024 / 1024}MB`);
    expect(fileRefusals.tooMany).toContain(`up to ${fileLimits.files} files`);
    expect(fileRefusals.description).toContain(`${fileLimits.description} characters`);
    for (const { label } of Object.values(fileKinds)) expect(fileRefusals.kind).toContain(label);
  });
});

describe('the kinds of file', () => {
  it('are those that the chooser offers', () => {
    const offered = acceptedNames.split(',').flatMap((name) => (name.startsWith('.') ? [name.slice(1)] : []));
    const others = ['jpeg', 'heif'];
    expect(offered.filter((name) => !others.includes(name)).sort()).toEqual(Object.keys(fileKinds).sort());
  });

  it('are told with their size', () => {
    expect(kindAndSize('txt', 12)).toBe('TXT, 12 bytes');
    expect(kindAndSize('pdf', 20_000)).toBe('PDF, 20 KB');
    expect(kindAndSize('jpg', fileLimits.bytes)).toBe('JPG, 25.0 MB');
  });
});
