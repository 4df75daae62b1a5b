/**
 * A browser may bring a page back from memory after its reader signed out or left in a hurry. A page that belongs
 * to somebody is then hidden and loaded again, so that the server decides anew. Added before the exit button's own
 * listener, which would show the page.
 */
export function reloadRestoredPages(window: Window): void {
  window.addEventListener('pageshow', (event) => {
    const { body } = window.document;
    if (!event.persisted || body.dataset.noRestore === undefined) return;
    body.hidden = true;
    window.location.reload();
  });
}
