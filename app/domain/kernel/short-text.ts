const ellipsis = '…';

/** The beginning of a text in at most `longest` characters, cut between two words, to tell one item from another. */
export function shortText(text: string, longest = 90): string {
  const tidy = text.trim().replace(/\s+/g, ' ');
  if (tidy.length <= longest) return tidy;
  const cut = tidy.slice(0, longest - ellipsis.length);
  const lastSpace = tidy[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > 0 ? lastSpace : cut.length).replace(/[\s,;:.–-]+$/, '')}${ellipsis}`;
}
