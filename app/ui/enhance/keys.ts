/** What takes letters itself, or covers the page. */
const notIn = 'input:not([type="radio"]), textarea, select, [contenteditable], dialog';

/** The link of each row that keys move between. */
const rowLink = '[data-row-link]';

/**
 * Single keys for those who have switched them on: only then are things on the page marked with `data-key`. A key is a
 * press on what bears it, so it can do nothing that a button or a link does not do and asks as they ask. Never with a
 * modifier, never while something is typed (WCAG 2.1.4).
 */
export function listenForKeys(document: Document): void {
  const marked = '[data-key]';
  if (!document.querySelector(marked)) return;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') event.target.closest<HTMLElement>('textarea')?.blur();
    if (event.ctrlKey && event.key === 'Enter') send(event.target);
    if (event.ctrlKey || event.target.closest(notIn)) return;
    const done =
      inRows(document, event.key) || press(document.querySelectorAll<HTMLElement>(marked), event.key);
    if (done) event.preventDefault();
  });
}

function press(elements: Iterable<HTMLElement>, key: string): boolean {
  for (const element of elements) {
    if (element.dataset.key !== key || element.getClientRects().length === 0) continue;
    if (element instanceof HTMLTextAreaElement) element.focus();
    else element.click();
    return true;
  }
  return false;
}

/** From within a text of a form that has a button to send it: the one press that leaves the text as well. */
const send = (within: HTMLElement): void =>
  within.closest('textarea')?.form?.querySelector<HTMLElement>('[data-sends]')?.click();

/** The table says with `data-row-keys` which keys go to the next row, to the row before, open and select: "jkox". */
function inRows(document: Document, key: string): boolean {
  const table = document.querySelector<HTMLElement>('[data-row-keys]');
  const [next, previous, open, select] = table?.dataset.rowKeys ?? '';
  const links = [...(table?.querySelectorAll<HTMLElement>(rowLink) ?? [])];
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => row?.contains(link));
  if (key === next || key === previous) {
    const link = links[key === next ? at + 1 : at - 1];
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
    return link !== undefined;
  }
  if (at < 0 || (key !== open && key !== select)) return false;
  const wanted = key === open ? links[at] : row?.querySelector<HTMLElement>('input[type="checkbox"]');
  wanted?.click();
  return wanted !== null && wanted !== undefined;
}
