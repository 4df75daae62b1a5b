/** What pictures are called. Telephones and messengers mix these names up, and every picture is drawn anew anyway. */
const pictureNames = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'heic', 'heif'];

/**
 * What kinds of file a report may carry, and why these: pictures and documents that partners have, that a police computer
 * opens without macros, and whose content tells what they are.
 *
 * Not taken: DOC and every other older Office file, which carries macros and can't be told from an installer by its first
 * bytes; archives, which hide what they hold; HTML and SVG, which run scripts.
 *
 * `names`: how their names may end. `copy`: the kind of the copy that is drawn without metadata; then the original is for
 * FIB only.
 */
export const fileKinds = {
  jpg: { label: 'JPG', mediaType: 'image/jpeg', names: pictureNames, copy: 'jpg' },
  png: { label: 'PNG', mediaType: 'image/png', names: pictureNames, copy: 'png' },
  heic: { label: 'HEIC', mediaType: 'image/heic', names: pictureNames, copy: 'jpg' },
  pdf: { label: 'PDF', mediaType: 'application/pdf', names: ['pdf'], copy: null },
  docx: {
    label: 'DOCX',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    names: ['docx'],
    copy: null,
  },
  txt: { label: 'TXT', mediaType: 'text/plain; charset=utf-8', names: ['txt', 'text'], copy: null },
} as const satisfies Record<
  string,
  { label: string; mediaType: string; names: readonly string[]; copy: 'jpg' | 'png' | null }
>;

export type FileKind = keyof typeof fileKinds;

/**
 * What a file chooser offers. Pictures by their type as well, so that a telephone offers its camera beside its gallery.
 */
export const acceptedNames = 'image/jpeg,image/png,.jpg,.jpeg,.png,.heic,.heif,.pdf,.docx,.txt';

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

/** What a program, a page that runs one, or an archive is called. */
const programNames =
  /^(apk|app|bat|cmd|cpl|dll|dmg|docm|exe|gz|hta|htm|html|iso|jar|js|lnk|mjs|msi|php|pif|ps1|rar|scr|sh|svg|vbs|wsf|xhtml|xlsm|zip|7z)$/;

/**
 * Whether a name promises what the file is: it ends as names of that kind do, or in nothing, and hides no program before
 * that ("photo.exe.txt"). What lies between other dots is a part of the name ("letter.v2.pdf").
 */
export function nameFits(given: string, kind: FileKind): boolean {
  const [, ...endings] = shownFileName(given).toLowerCase().split('.');
  const last = endings.at(-1);
  if (last === undefined || !/^[a-z0-9]{1,5}$/.test(last)) return !endings.some(isProgram);
  const names: readonly string[] = fileKinds[kind].names;
  return names.includes(last) && !endings.some(isProgram);
}

const isProgram = (ending: string): boolean => programNames.test(ending.trim());
