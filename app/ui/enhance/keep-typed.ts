export type KeepTypedWords = { offline: string; unsaved: string };

/**
 * Keeps what is typed in a form on the page: without a connection it is not sent, as the browser's own page of a failure
 * would take its place, and before the page's way back somebody is asked. The way out at once never asks.
 */
export function keepTyped(
  form: HTMLFormElement,
  words: KeepTypedWords,
  window: Window & typeof globalThis,
): void {
  const { document, navigator } = window;
  // What came back with errors is not saved either.
  const cameBack = document.querySelector('.govuk-error-summary') !== null;

  form.addEventListener('submit', (event) => {
    form.querySelector('[data-part="offline"]')?.remove();
    if (navigator.onLine) return;
    event.preventDefault();
    const message = document.createElement('p');
    message.dataset.part = 'offline';
    message.className = 'govuk-error-message';
    message.setAttribute('role', 'alert');
    message.textContent = words.offline;
    form.append(message);
  });

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
