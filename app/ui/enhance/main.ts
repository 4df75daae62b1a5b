import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  isSupported,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { keepTyped } from './keep-typed.ts';
import { listenForKeys } from './keys.ts';
import { LeaveQuickly } from './leave-quickly.ts';
import { lookForNews } from './look-for-news.ts';
import { askPasskey } from './passkey.ts';
import { printButton } from './print-button.ts';
import { reloadRestoredPages } from './reload-restored.ts';
import { warnOfSessionEnd } from './session-end.ts';
import { shownWhen } from './shown-when.ts';
import { enhanceUpload } from './upload-progress.ts';

/** The script of pages without React. Every page works without it; it must stay within 15 KB compressed. */
const components = {
  'govuk-error-summary': ErrorSummary,
  'govuk-notification-banner': NotificationBanner,
  'govuk-exit-this-page': LeaveQuickly,
  'govuk-skip-link': SkipLink,
  'govuk-service-navigation': ServiceNavigation,
  'govuk-button': Button,
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-radios': Radios,
  'govuk-password-input': PasswordInput,
};

reloadRestoredPages(window);

if (isSupported()) {
  leaveFocus();
  enhanceIn(document);
  const dialog = document.querySelector<HTMLDialogElement>('[data-module="portal-session-end"]');
  if (dialog) {
    warnOfSessionEnd(dialog, window);
    const { problem = '', offline = '', again = '', anyway = '' } = dialog.dataset;
    const { asking = '', tooLong = '', unsaved = '' } = dialog.dataset;
    const words = { problem, offline, again, anyway, asking, tooLong, unsaved };
    for (const form of document.querySelectorAll<HTMLFormElement>('main form[data-keep]'))
      keepTyped(form, words, window);
  }
  listenForKeys(document);
  const news = document.querySelector<HTMLElement>('[data-module="portal-news"]');
  if (news) lookForNews(news, window);
}

/** What an alert says is read out; who has begun to type or to move before this script came is not taken away from it. */
function leaveFocus(): void {
  if (document.activeElement === document.body) return;
  for (const alert of document.querySelectorAll<HTMLElement>('[role="alert"]'))
    alert.dataset.disableAutoFocus = 'true';
}

/** Everything in a page, or in a part of one that has just come. */
function enhanceIn(part: ParentNode): void {
  for (const [module, Component] of Object.entries(components)) {
    for (const root of part.querySelectorAll<HTMLElement>(`[data-module="${module}"]`))
      enhance(Component, root);
  }
  for (const form of part.querySelectorAll<HTMLFormElement>('[data-module="portal-upload"]'))
    enhanceUpload(form, enhanceIn);
  for (const question of part.querySelectorAll<HTMLElement>('[data-module="portal-shown-when"]'))
    shownWhen(question, window);
  const long = part.querySelectorAll<HTMLSelectElement>('[data-module="portal-choice"]');
  // The component is larger than everything else here: only pages with a long list fetch it.
  if (long.length > 0)
    void import('./choose-by-typing.ts')
      .then(({ chooseByTyping }) => {
        long.forEach(chooseByTyping);
      })
      .catch(console.warn);
  const findings = part.querySelectorAll<HTMLElement>('[data-module="portal-findings"]');
  // Only pages with a text to be sanitised fetch what finds something in it.
  if (findings.length > 0)
    void import('./show-findings.ts')
      .then(({ showFindings }) => {
        for (const list of findings) showFindings(list, window);
      })
      .catch(console.warn);
  for (const form of part.querySelectorAll<HTMLFormElement>('[data-module="portal-passkey"]'))
    askPasskey(form, window);
  for (const root of part.querySelectorAll<HTMLElement>('[data-module="portal-print"]'))
    printButton(root, window);
}

/** One element that can't be enhanced, such as a navigation without a menu, must not stop the others. */
function enhance(Component: new (root: HTMLElement) => unknown, root: HTMLElement): void {
  try {
    new Component(root);
  } catch (problem) {
    console.warn(problem);
  }
}
