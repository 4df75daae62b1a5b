import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { docx, heic, pdf, photograph, zip } from '#tests/factories/files.ts';
import { detectKind } from './detect-kind.server.ts';

/** Names and declared types are wrong on purpose: they do not count. */
const kindOf = (content: Uint8Array | string) =>
  detectKind(new File([content as BlobPart], 'report.exe', { type: 'application/x-msdownload' }));

const program = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(58),
  Buffer.from([0x80, 0, 0, 0]),
  Buffer.alloc(64),
  Buffer.from('PE\0\0'),
]);
const compound = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(70_000),
]);

describe('what a file is, by its content', () => {
  it('tells the kinds that are taken, whatever their name', async () => {
    expect(await kindOf(await photograph())).toBe('jpg');
    expect(await kindOf(await photograph({ format: 'png' }))).toBe('png');
    expect(await kindOf(heic())).toBe('heic');
    expect(await kindOf(pdf())).toBe('pdf');
    expect(await kindOf(docx())).toBe('docx');
    expect(await kindOf('The van was outside again.\r\n\tSix men.\f')).toBe('txt');
  });

  it.each([
    ['UTF-8', Buffer.from('Zdjęcie – ’quoted’ 🚐')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFwords')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('words – ę', 'utf16le')])],
    [
      'UTF-16, the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('words', 'utf16le').swap16()]),
    ],
    ['Windows-1252', Buffer.from([0x77, 0x92, 0x73, 0xa3, 0x35])],
  ])('takes text in %s', async (_what, content) => {
    expect(await kindOf(content)).toBe('txt');
  });

  it.each([
    ['a program', program],
    ['a program behind words', Buffer.concat([Buffer.from('words '), program])],
    ['bytes that are nothing', createHash('sha512').update('x').digest()],
    [
      'UTF-16 with control characters',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\u0001b', 'utf16le')]),
    ],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ['an archive', zip([['notes.txt', Buffer.from('x')]])],
    ['an older Office file', compound],
    [
      'a Word document with macros',
      docx({ mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ],
    ['RTF', Buffer.from('{\\rtf1 words}')],
    ['nothing', Buffer.alloc(0)],
  ])('does not take %s', async (what, content) => {
    expect(await kindOf(content)).toBe(what === 'nothing' ? 'txt' : null);
  });

  it.each([
    ['an SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG without its first line', '\uFEFF  <SVG onload="alert(1)"/>'],
    ['a page', '\n<!DOCTYPE html><title>x</title>'],
    ['a script', '<script>alert(1)</script>'],
    ['a comment before a page', '<!-- --><p>x'],
    ['a page in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html>', 'utf16le')])],
  ])('tells %s from text', async (_what, content) => {
    expect(await kindOf(content)).toBe('markup');
  });

  it('takes text that speaks of a page, or begins with a bracket', async () => {
    expect(await kindOf('They sent <html> and <b>')).toBe('txt');
    expect(await kindOf('<name withheld> drives the van')).toBe('txt');
  });

  it('does not take pictures that it cannot clean', async () => {
    const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } });
    expect(await kindOf(await picture.clone().webp().toBuffer())).toBeNull();
    expect(await kindOf(await picture.clone().gif().toBuffer())).toBeNull();
    expect(await kindOf(await picture.clone().tiff().toBuffer())).toBeNull();
  });

  it('tells an Office file that is closed with a password', async () => {
    const closed = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]);
    expect(await kindOf(closed)).toBe('password');
  });

  it('does not unfold a document whose list of contents is a bomb', async () => {
    expect(await kindOf(docx({ padding: 10_000 }))).toBe('docx');
    const bomb = docx({ padding: 50_000_000 });
    expect(bomb.length).toBeLessThan(60_000);
    expect(await kindOf(bomb)).toBeNull();
  });
});
