/**
 * What kinds of file a report may carry, and why these: pictures and documents that partners have, that a police computer
 * opens without macros, and whose content tells what they are.
 *
 * Not taken: HEIC, which the decoder can't open, so that its place could not be taken out of it (telephones send JPG
 * when a page asks for it); DOC and every other older Office file, which carries macros and can't be told from an
 * installer by its first bytes; archives, which hide what they hold; HTML and SVG, which run scripts.
 *
 * `cleaned`: a copy without metadata is drawn, and the original is for FIB only.
 */
export const fileKinds = {
  jpg: { label: 'JPG', mediaType: 'image/jpeg', cleaned: true },
  png: { label: 'PNG', mediaType: 'image/png', cleaned: true },
  pdf: { label: 'PDF', mediaType: 'application/pdf', cleaned: false },
  docx: {
    label: 'DOCX',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    cleaned: false,
  },
  txt: { label: 'TXT', mediaType: 'text/plain; charset=utf-8', cleaned: false },
} as const satisfies Record<string, { label: string; mediaType: string; cleaned: boolean }>;

export type FileKind = keyof typeof fileKinds;

/** What a file chooser offers. Names decide nothing afterwards. */
export const acceptedNames = '.jpg,.jpeg,.png,.pdf,.docx,.txt';

const megabyte = 1024 * 1024;

/** For one report. A file is `bytes` at most; all that are kept together `total`; `attempts` counts refused ones too. */
export const fileLimits = {
  files: 10,
  bytes: 25 * megabyte,
  total: 100 * megabyte,
  attempts: 40,
  description: 200,
} as const;

/** "JPG, 2.4 MB". Sizes are in units of 1,024, as computers show them. */
export function kindAndSize(kind: FileKind, size: number): string {
  return `${fileKinds[kind].label}, ${sizeInWords(size)}`;
}

function sizeInWords(size: number): string {
  if (size < 1024) return `${size} bytes`;
  if (size < megabyte) return `${Math.round(size / 1024)} KB`;
  return `${(size / megabyte).toFixed(1)} MB`;
}

const longest = 120;

/**
 * The name of a file for showing: what a browser sends may be a path, may be very long, and may hold characters that
 * turn the text around it. It is never a name on disk. `file` where nothing is left.
 */
export function shownFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\.*$/.test(plain)) return 'file';
  const characters = Array.from(plain);
  if (characters.length <= longest) return plain;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return `${characters.slice(0, longest - ending.length - 1).join('')}…${ending}`;
}
