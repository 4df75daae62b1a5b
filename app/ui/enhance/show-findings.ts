import { narrowingPlaces } from '#app/domain/triage/release/narrowing.ts';
import { checkSanitised, messages } from '#app/domain/triage/release/sanitisation.ts';

/**
 * Says below a sanitised text, while it is written, what could give somebody away in it, by the report on the same page. It
 * knows neither the sealed source nor who reported: all of it is checked again when the text is saved.
 */
export function showFindings(findings: HTMLElement, window: Window): void {
  const text = findings.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const list = findings.querySelector('ul');
  if (!text || !list) return;
  const raw = window.document.querySelector('[data-original]')?.textContent ?? '';
  let waits = 0;
  const show = () => {
    const written = text.value;
    const copied = checkSanitised({ raw, sanitised: written, submitterNames: [], organisationNames: [] });
    const narrow = narrowingPlaces(written, { soleSectors: [] }).map((place) => ({
      ...place,
      message: messages[place.kind],
    }));
    const lines = [...copied, ...narrow].map(({ start, end, message }) => {
      const line = window.document.createElement('li');
      const passage = window.document.createElement('q');
      passage.className = 'portal-passage';
      passage.textContent = written.slice(start, end);
      line.append(passage, ` ${message}`);
      return line;
    });
    list.replaceChildren(...lines);
    findings.hidden = lines.length === 0;
  };
  text.addEventListener('input', () => {
    window.clearTimeout(waits);
    waits = window.setTimeout(show, 400);
  });
  if (text.value !== '') show();
}
