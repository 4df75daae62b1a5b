import accessibleAutocomplete from 'accessible-autocomplete';
import { choicesFor } from './choices-for.ts';

/**
 * Lets a choice of a long list be found by typing: GOV.UK's component stands in front of the select, which is posted as
 * before. The box shows what is chosen: emptied, it chooses nothing, and what fits nothing in the list does not stay in it.
 */
export function chooseByTyping(select: HTMLSelectElement): void {
  const options = [...select.options].filter(({ value }) => value !== '');
  const choices = options.map(({ label, dataset }) => ({ label, also: dataset['also']?.split(',') ?? [] }));
  const { id } = select;
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.value === '' ? '' : (select.selectedOptions[0]?.label ?? ''),
    source: (query, show) => {
      show(choicesFor(query, choices));
    },
    onConfirm: (label) => {
      const chosen = options.find((option) => option.label === label);
      if (chosen) select.value = chosen.value;
      else setTimeout(showChosen);
    },
    tNoResults: () => select.dataset['none'] ?? '',
  });
  const front = select.previousElementSibling;
  if (front) hideSuggestion(front);

  function showChosen(): void {
    const typed = document.getElementById(id);
    const shown = select.selectedOptions[0]?.label;
    if (!(typed instanceof HTMLInputElement) || document.activeElement === typed || typed.value === shown)
      return;
    if (typed.value.trim() === '') select.value = '';
    front?.remove();
    select.id = id;
    chooseByTyping(select);
  }
}

/** What the component suggests behind the typed text stands in a box of its own, which is for the eye alone. */
function hideSuggestion(front: Element): void {
  new MutationObserver(() => {
    front.querySelector('.autocomplete__hint')?.setAttribute('aria-hidden', 'true');
  }).observe(front, { childList: true, subtree: true });
}
