/** How long the portal may take to say that it is there, in milliseconds. */
const patience = 10_000;

/**
 * Whether the portal answers now. Without a network nothing does; a proxy, or the sign-in page of a café, answers
 * something else.
 */
export async function reachesPortal(window: Window & typeof globalThis): Promise<boolean> {
  if (!window.navigator.onLine) return false;
  const giveUp = new window.AbortController();
  const timer = window.setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await window.fetch(window.document.body.dataset.live ?? '', {
      cache: 'no-store',
      redirect: 'error',
      signal: giveUp.signal,
    });
    return answer.ok && (await answer.text()).includes('"status":"ok"');
  } catch {
    return false;
  } finally {
    window.clearTimeout(timer);
  }
}
