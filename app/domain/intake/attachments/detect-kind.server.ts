import { fileTypeFromBlob } from 'file-type';
import { fileKinds, type FileKind } from './file-kinds.ts';

const kinds = Object.keys(fileKinds) as FileKind[];

/** What stands in an Office file that is closed with a password ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What a file is, by its content: neither its name nor what the browser says counts. `password` is an Office file that
 * is closed with a password; null is anything that is not taken, and what the detector gives up on.
 */
export async function detectKind(content: Blob): Promise<FileKind | 'password' | null> {
  // Text in UTF-16 says so by its first two bytes, which are also those of a kind of sound.
  const [first, second] = new Uint8Array(await content.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe && (await isText(content, 'utf-16le'))) return 'txt';
  if (first === 0xfe && second === 0xff && (await isText(content, 'utf-16be'))) return 'txt';
  const type = await fileTypeFromBlob(content).catch(() => null);
  if (type === null) return null;
  if (type === undefined) return (await isText(content, 'latin1')) ? 'txt' : null;
  if (type.mime === 'application/x-cfb') return (await holds(content, encryptedPackage)) ? 'password' : null;
  return kinds.find((kind) => kind !== 'txt' && fileKinds[kind].mediaType === type.mime) ?? null;
}

/** Text has no control characters; in every encoding but UTF-16 that can be told byte by byte. */
async function isText(content: Blob, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of content.stream()) {
      const text = decoder.decode(chunk, { stream: true });
      for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return false;
    }
    return true;
  } catch {
    return false;
  }
}

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
