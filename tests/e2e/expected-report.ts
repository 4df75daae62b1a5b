import type { FormDefinition } from '#app/domain/form/definition.ts';
import type { Given } from './every-answer.ts';
import type { Filled } from './fill-report.ts';

/** A card of answers as an officer reads it: its heading and its rows of question and answer. */
export type Card = { title: string; rows: [question: string, answer: string][] };

/** The cards that a report must come to, in the order of the form. */
export function expectedCards(definition: FormDefinition, { pages, entries }: Filled): Card[] {
  const rows = (given: readonly Given[]): Card['rows'] =>
    given.map(({ question, words }) => [question.label, words.join('\n')]);
  return definition.sections.flatMap((section): Card[] => {
    const ids = section.kind === 'pages' ? section.pages.map((page) => page.id) : [section.id];
    const own = ids.flatMap((id) => pages.get(id) ?? []);
    const items = entries.get(section.id) ?? [];
    return [
      ...(own.length > 0 ? [{ title: section.title, rows: rows(own) }] : []),
      ...items.map(({ given }, index) => ({
        title: `${section.kind === 'list' ? section.itemTitle : ''} ${index + 1}`,
        rows: rows(given),
      })),
    ];
  });
}

/** The answers that an export must hold: by exported name, lists as arrays, null where nothing was answered. */
export function expectedExport(definition: FormDefinition, { pages, entries }: Filled): object {
  const named = (given: readonly Given[]) =>
    Object.fromEntries(
      given.flatMap(({ question, exported }) => {
        const earlier = question.kind === 'checkboxes' ? question.standsFor : undefined;
        const own = [question.exportedName, exported] as const;
        if (earlier === undefined) return [own];
        return [
          own,
          [
            earlier.exportedName,
            (exported as string[]).flatMap((code) => earlier.codes[code] ?? []),
          ] as const,
        ];
      }),
    );
  const lists = definition.sections.flatMap((section) => {
    if (section.kind !== 'list') return [];
    const nothing = section.notKnown ? [[section.notKnown.exportedName, null] as const] : [];
    const asked = section.needsEntries === undefined || (entries.get(section.id) ?? []).length > 0;
    const items = (entries.get(section.id) ?? []).map(({ given }, index) => ({
      entry: `${section.id}-${index + 1}`,
      ...named(given),
    }));
    return asked ? [...nothing, [section.id, items] as const] : nothing;
  });
  return { ...Object.fromEntries(lists), ...named([...pages.values()].flat()) };
}
