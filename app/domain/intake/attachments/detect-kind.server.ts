import { fileTypeFromBlob } from 'file-type';
import { fileKinds, type FileKind } from './file-kinds.ts';

const kinds = Object.keys(fileKinds) as FileKind[];

/** What stands in an Office file that is closed with a password ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What a file is, by its content: neither its name nor what the browser says counts. `password` is an Office file that
 * is closed with a password, `markup` a web page or drawing; null is anything else that is not taken, and what the
 * detector gives up on.
 */
export async function detectKind(content: Blob): Promise<FileKind | 'password' | 'markup' | null> {
  // Text in UTF-16 says so by its first two bytes, which are also those of a kind of sound.
  const [first, second] = new Uint8Array(await content.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) {
    const text = await readText(content, 'utf-16le');
    if (text !== null) return text;
  }
  if (first === 0xfe && second === 0xff) {
    const text = await readText(content, 'utf-16be');
    if (text !== null) return text;
  }
  const type = await fileTypeFromBlob(content).catch(() => null);
  if (type === null) return null;
  if (type === undefined) return readText(content, 'utf-8');
  if (type.mime === 'application/xml') return 'markup';
  if (type.mime === 'application/x-cfb') return (await holds(content, encryptedPackage)) ? 'password' : null;
  if (type.mime === 'image/heif') return 'heic';
  return kinds.find((kind) => kind !== 'txt' && fileKinds[kind].mediaType === type.mime) ?? null;
}

/**
 * Text has no control characters, and does not begin as a page does. What is not UTF-16 can be told byte by byte in
 * every encoding.
 */
async function readText(
  content: Blob,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): Promise<'txt' | 'markup' | null> {
  const decoder = new TextDecoder(encoding === 'utf-8' ? 'latin1' : encoding, { fatal: true });
  let beginning = '';
  try {
    for await (const chunk of content.stream()) {
      const text = decoder.decode(chunk, { stream: true });
      if (beginning.length < enough) beginning += text.slice(0, enough);
      for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return null;
    }
  } catch {
    return null;
  }
  return beginsAsMarkup.test(beginning) ? 'markup' : 'txt';
}

const enough = 1024;

/** How a browser tells a page from text (WHATWG MIME Sniffing, 7.1), and the elements of a drawing. */
const beginsAsMarkup =
  /^(\uFEFF|ï»¿)?\s*<(!--|\?xml|(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|!doctype svg)[\s/>])/i;

/** All but tab, line feed, page break and carriage return. */
function isControl(code: number): boolean {
  return (code < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(code)) || code === 0x7f;
}

async function holds(content: Blob, wanted: Buffer): Promise<boolean> {
  let before = Buffer.alloc(0);
  for await (const chunk of content.stream()) {
    const joined = Buffer.concat([before, chunk]);
    if (joined.includes(wanted)) return true;
    before = joined.subarray(-wanted.length);
  }
  return false;
}
