import { NotFound } from '#app/domain/failures.ts';
import type { FormDefinition, ListSection, Page, Section } from '#app/domain/intelligence-form/definition.ts';
import type { Offered } from '#app/domain/intelligence-form/offered-options.ts';
import type { Question } from '#app/domain/intelligence-form/question.ts';
import { formWord, listWords, type Translate } from '#app/domain/intelligence-form/words.ts';

/** One page of the form, whatever its condition: a page of questions, or the form for one entry of a list. */
export type Stop =
  | { id: string; section: Section; page: Page; list: null }
  | { id: string; section: Section; page: null; list: ListSection };

export type Walk = { stop: Stop; number: number; of: number; before: string | null; after: string | null };

function stopsOf(definition: FormDefinition): Stop[] {
  return definition.sections.flatMap((section): Stop[] =>
    section.kind === 'list'
      ? [{ id: section.id, section, page: null, list: section }]
      : section.pages.map((page) => ({ id: page.id, section, page, list: null })),
  );
}

/** Where somebody stands who walks through every page of a version; null is its first page. @throws NotFound */
export function walkTo(definition: FormDefinition, at: string | null): Walk {
  const stops = stopsOf(definition);
  const index = at === null ? 0 : stops.findIndex((stop) => stop.id === at);
  const stop = stops[index];
  if (stop === undefined) throw new NotFound();
  return {
    stop,
    number: index + 1,
    of: stops.length,
    before: stops[index - 1]?.id ?? null,
    after: stops[index + 1]?.id ?? null,
  };
}

/** One example for each thing that can be named, so that such a question can be seen without a report. */
export function exampleOptions(
  definition: FormDefinition,
  questions: readonly Question[],
  t: Translate,
): Offered {
  const titles = definition.sections.flatMap((section): [string, string][] =>
    section.kind === 'list' ? [[section.id, listWords(definition.version, section, t).itemTitle]] : [],
  );
  return Object.fromEntries(
    questions.flatMap((question) => {
      if (question.kind === 'site') return [[question.id, [{ value: 'example', label: 'Example site' }]]];
      if (question.kind !== 'entry') return [];
      const options = titles
        .filter(([id]) => question.from.includes(id))
        .map(([value, title]) => ({ value, label: formWord(t, 'form.entry', { title, number: 1 }) }));
      return [[question.id, options]];
    }),
  );
}
