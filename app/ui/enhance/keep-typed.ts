import { longFormBytes, ordinaryFormBytes } from '#app/domain/kernel/form-limits.ts';
import { showProblem } from './problem.ts';
import { reachesPortal } from './reaches-portal.ts';
import { lettersOver, postedBytes } from './too-long.ts';

export type KeepTypedWords = Record<
  'problem' | 'offline' | 'again' | 'anyway' | 'asking' | 'tooLong' | 'unsaved',
  string
>;

/** After so long a wait the page says what it waits for, in milliseconds. */
const quickly = 1500;

/**
 * Keeps what is typed in a form on the page. It is sent once the portal has answered, as the browser's own page of a
 * failure would take its place, and not at all where it is more than the portal reads. Before the page's way back
 * somebody is asked. The way out at once never asks.
 */
export function keepTyped(
  form: HTMLFormElement,
  words: KeepTypedWords,
  window: Window & typeof globalThis,
): void {
  const { document } = window;
  // What came back with errors is not saved either, but for a page of a report: that keeps it, and says so in its address.
  const isKept = new URLSearchParams(window.location.search).has('problems');
  const cameBack =
    !isKept && ('cameBack' in form.dataset || document.querySelector('.govuk-error-summary') !== null);
  const canAsk = 'requestSubmit' in form && 'AbortController' in window;
  let sendsNow = false;
  let asks = false;
  let failures = 0;
  let clear = (): void => undefined;

  form.addEventListener('submit', (event) => {
    if (sendsNow) return;
    if (asks) {
      event.preventDefault();
      return;
    }
    clear();
    const tooLong = refuseTooLong();
    if (!tooLong && !canAsk) return;
    event.preventDefault();
    if (!tooLong) void ask(event.submitter);
  });

  /** The button that was pressed is pressed again, so that its name and value go with the form. */
  function send(pressed: HTMLElement | null): void {
    sendsNow = true;
    form.requestSubmit(pressed);
    sendsNow = false;
  }

  async function ask(pressed: HTMLElement | null): Promise<void> {
    asks = true;
    const status = document.createElement('p');
    status.className = 'govuk-hint';
    status.setAttribute('role', 'status');
    form.append(status);
    const timer = window.setTimeout(() => (status.textContent = words.asking), quickly);
    const there = await reachesPortal(window);
    window.clearTimeout(timer);
    status.remove();
    asks = false;
    if (there) {
      send(pressed);
      return;
    }
    failures += 1;
    const place = document.querySelector('dialog[open]') ?? form;
    const again = { words: words.again, press: () => form.requestSubmit(pressed) };
    // What only the question fails on must not keep a report back for ever.
    const anyway = { words: words.anyway, press: () => send(pressed) };
    clear = showProblem(place, 'end', {
      title: words.problem,
      text: words.offline,
      buttons: failures > 1 ? [again, anyway] : [again],
    });
  }

  /** Whether the form is more than the portal reads: says so at its longest text. */
  function refuseTooLong(): boolean {
    const most = form.dataset.keep === 'long' ? longFormBytes : ordinaryFormBytes;
    const over = postedBytes(new window.FormData(form).entries()) - most;
    const [longest] = [...form.querySelectorAll('textarea, input')]
      .filter((field) => field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      .filter((field) => field.type !== 'hidden')
      .sort((one, other) => other.value.length - one.value.length);
    if (over <= 0 || !longest) return false;
    const text = words.tooLong.replace('%{count}', lettersOver(longest.value, over).toLocaleString('en-GB'));
    clear = showProblem(document.querySelector('main') ?? form, 'start', {
      title: words.problem,
      text,
      field: longest,
    });
    return true;
  }

  document.querySelector('.govuk-back-link')?.addEventListener('click', (event) => {
    if ((cameBack || wasTypedIn(form)) && !window.confirm(words.unsaved)) event.preventDefault();
  });
}

function wasTypedIn({ elements }: HTMLFormElement): boolean {
  return [...elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}
