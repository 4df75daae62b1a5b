import { ExitThisPage } from 'govuk-frontend';

/**
 * The exit button of GOV.UK Frontend, which also leaves when Shift is pressed three times. Here the page that is left is
 * replaced in the browser's history, so that the way back does not lead to it.
 */
export class LeaveQuickly extends ExitThisPage {
  override exitPage(): void {
    const { body } = document;
    this.$updateSpan.textContent = '';
    // Out of sight at once: the next page may take a while to come.
    body.classList.add('govuk-exit-this-page-hide-content');
    const overlay = document.createElement('div');
    overlay.className = 'govuk-exit-this-page-overlay';
    overlay.setAttribute('role', 'alert');
    body.append(overlay);
    overlay.textContent = this.i18n.t('activated');
    this.$overlay = overlay;
    window.location.replace(this.$button.href);
  }
}
