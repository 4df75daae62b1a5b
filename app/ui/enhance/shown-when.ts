import { holds, type Answers } from '#app/domain/form/answers.ts';
import type { Condition } from '#app/domain/form/question.ts';

/**
 * Shows a question only while what is chosen on its page asks for it. What is out of sight is not sent, as the server would
 * refuse what it did not ask for. An error is never hidden.
 */
export function shownWhen(part: HTMLElement, window: Window): void {
  const form = part.closest('form');
  if (!form || part.querySelector('.govuk-error-message')) return;
  const condition = JSON.parse(part.dataset['when'] ?? '{}') as Condition;
  const controls = [...part.querySelectorAll<HTMLInputElement>('input, select, textarea')];
  const settle = () => {
    const chosen: Answers = {};
    for (const [name] of new FormData(form)) chosen[name] = new FormData(form).getAll(name);
    const shown = holds(condition, chosen);
    part.hidden = !shown;
    for (const control of controls) control.disabled = !shown;
  };
  form.addEventListener('change', settle);
  // A browser that comes back to the page fills it in after it was drawn.
  window.addEventListener('pageshow', settle);
  settle();
}
