/** A part of a text: what follows `href` leads to a page of this portal; null is plain text. */
export type TextPart = { text: string; href: string | null };

/** An address ends before space and before the stops and brackets of the sentence around it. */
const address = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]]/g;

/**
 * Parts a text at the addresses that lead into this portal. All others stay text: whoever reads captured mail must not
 * be led elsewhere by it. The link is the path alone, so that it works under whatever name the portal was opened.
 */
export function ownLinks(text: string, portalUrl: string): TextPart[] {
  const { origin } = new URL(portalUrl);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = URL.canParse(found) ? new URL(found) : null;
    if (url?.origin !== origin || url.username !== '' || url.password !== '') continue;
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: found, href: `${url.pathname}${url.search}${url.hash}` });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}
