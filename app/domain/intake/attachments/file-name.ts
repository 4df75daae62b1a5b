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
