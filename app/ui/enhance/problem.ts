export type Problem = {
  title: string;
  text: string;
  /** The field that it is about: the text stands beside it, too, and leads to it. */
  field?: HTMLElement;
  buttons?: readonly { words: string; press: () => void }[];
};

/** Shows a problem in the manner of an error summary, and brings the focus there. Gives what takes it away again. */
export function showProblem(place: Element, at: 'start' | 'end', problem: Problem): () => void {
  const { title, text, field, buttons = [] } = problem;
  const made = (tag: string, className: string, words = ''): HTMLElement => {
    const element = place.ownerDocument.createElement(tag);
    element.className = className;
    element.textContent = words;
    return element;
  };
  const box = made('div', 'govuk-error-summary');
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  box.append(made('h2', 'govuk-error-summary__title', title));
  const said = made('p', 'govuk-body', field ? '' : text);
  box.append(said);
  const group = made('div', 'govuk-button-group govuk-!-margin-bottom-0');
  for (const [index, { words, press }] of buttons.entries()) {
    const button = made('button', index > 0 ? 'govuk-button govuk-button--secondary' : 'govuk-button', words);
    button.setAttribute('type', 'button');
    button.addEventListener('click', press);
    group.append(button);
  }
  if (buttons.length > 0) box.append(group);
  const unmark = field ? mark(field, text, said, made) : null;
  if (at === 'start') place.prepend(box);
  else place.append(box);
  box.focus();
  return () => {
    box.remove();
    unmark?.();
  };
}

/** The words beside the field, and the link to it. */
function mark(
  field: HTMLElement,
  text: string,
  said: HTMLElement,
  made: (tag: string, className: string, words?: string) => HTMLElement,
): () => void {
  const link = made('a', 'govuk-error-message', text);
  link.setAttribute('href', `#${field.id}`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    reachable(field).focus();
  });
  said.append(link);
  const message = made('p', 'govuk-error-message', text);
  message.id = `${field.id}-too-long`;
  const before = field.getAttribute('aria-describedby');
  field.setAttribute('aria-describedby', before === null ? message.id : `${before} ${message.id}`);
  field.before(message);
  const group = field.closest('.govuk-form-group');
  group?.classList.add('govuk-form-group--error');
  return () => {
    message.remove();
    if (before === null) field.removeAttribute('aria-describedby');
    else field.setAttribute('aria-describedby', before);
    group?.classList.remove('govuk-form-group--error');
  };
}

/** What takes the focus for a field: what folds it away is opened, and where a choice hides it, that is the choice. */
function reachable(field: HTMLElement): HTMLElement {
  field.closest('details')?.setAttribute('open', '');
  const hidden = field.closest('.govuk-radios__conditional--hidden, .govuk-checkboxes__conditional--hidden');
  const choice = hidden && field.ownerDocument.querySelector(`[aria-controls="${hidden.id}"]`);
  return choice instanceof HTMLElement ? choice : field;
}
