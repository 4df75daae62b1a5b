/** Between pages of one browser: each says how long its session has from now, in milliseconds. */
const channelName = 'portal-session-end';

const minute = 60_000;

/**
 * Warns before the session ends, in every page that is open, and lets the person stay. A page in another tab moves the
 * end on for all. When it has ended the page is covered: what was typed is sent on, to be kept through signing in, or
 * on a shared computer left at once.
 */
export function warnOfSessionEnd(dialog: HTMLDialogElement, window: Window & typeof globalThis): void {
  const { document, location } = window;
  const part = (name: string) => dialog.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const [warning, left, stay, ended] = ['warning', 'left', 'stay', 'ended'].map(part);
  if (!warning || !left || !(stay instanceof window.HTMLFormElement) || !ended) return;
  const channel = 'BroadcastChannel' in window ? new window.BroadcastChannel(channelName) : null;
  const warnBefore = Number(dialog.dataset.warnBefore);
  let endsAt = 0;
  let timer = 0;

  const untilNext = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, Math.max(0, ms));
  };

  /** Says how things stand, and comes back when they change. A laptop that slept finds the end passed. */
  function look(): void {
    const now = Date.now();
    const rest = endsAt - now;
    if (rest <= 0) end();
    else if (rest > warnBefore) {
      if (dialog.open) dialog.close();
      untilNext(rest - warnBefore);
    } else {
      const minutes = Math.ceil(rest / minute);
      const text = (minutes === 1 ? dialog.dataset.minute : dialog.dataset.minutes) ?? '';
      const words = text.replace('%{count}', String(minutes));
      if (!dialog.open) dialog.showModal();
      // Each minute once, so that a screen reader says it once.
      if (left && left.textContent !== words) left.textContent = words;
      untilNext(rest - (minutes - 1) * minute);
    }
  }

  function end(): void {
    window.clearTimeout(timer);
    if (dialog.dataset.shared !== undefined) {
      location.replace(signInAddress());
      return;
    }
    if (warning) warning.hidden = true;
    if (ended) ended.hidden = false;
    dialog.setAttribute('aria-labelledby', 'session-ended-title');
    dialog.setAttribute('aria-describedby', 'session-ended-text');
    if (!dialog.open) dialog.showModal();
    ended?.querySelector<HTMLElement>('a')?.focus();
  }

  const signInAddress = () =>
    `${dialog.dataset.signIn ?? ''}?next=${encodeURIComponent(location.pathname + location.search)}`;

  function lasts(ms: number): void {
    endsAt = Date.now() + ms;
    look();
  }

  stay.addEventListener('submit', (event) => {
    event.preventDefault();
    void extend(stay.action);
  });

  async function extend(action: string): Promise<void> {
    try {
      const answer = await window.fetch(action, {
        method: 'POST',
        headers: { Accept: 'text/html' },
        body: new URLSearchParams(),
      });
      const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
      const inMs = Number(page.querySelector<HTMLElement>('[data-ends-in]')?.dataset.endsIn ?? 0);
      if (!answer.ok || inMs <= 0) {
        end();
        return;
      }
      dialog.close();
      channel?.postMessage(inMs);
      // The longest time of a session may end sooner than the warning would come: then it is not shown again at once.
      endsAt = Date.now() + inMs;
      if (inMs > warnBefore) look();
      else untilNext(inMs);
    } catch {
      if (left) left.textContent = dialog.dataset.failed ?? '';
    }
  }

  // What was typed goes where the form goes: from there the portal keeps it through signing in. A form that sends,
  // deletes or claims is not marked, and is never pressed for anybody.
  ended.querySelector('a')?.addEventListener('click', (event) => {
    const [form, second] = document.querySelectorAll<HTMLFormElement>('main form[data-keep]');
    event.preventDefault();
    if (form && !second) form.requestSubmit();
    else location.assign(signInAddress());
  });

  // Escape means to stay; after the end there is nothing behind the dialog to go back to.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (ended.hidden) stay.requestSubmit();
  });

  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number' && ended.hidden) lasts(data);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && ended.hidden) look();
  });

  const inMs = Number(dialog.dataset.endsIn);
  channel?.postMessage(inMs);
  lasts(inMs);
}
