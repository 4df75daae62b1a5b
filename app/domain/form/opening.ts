import type { FormDefinition, ListSection, Page } from './definition.ts';
import type { Condition, Question } from './question.ts';

/** The page that a form with an opening begins with. It holds questions of other pages and is in no section. */
export const openingId = 'opening';

/** A question with all that decides whether it is asked, and the list of whose entries it is asked. */
export type Elsewhere = { question: Question; list: ListSection | null };

/** A question as it is asked away from its page: under the condition of that page as well as its own. */
export function askedElsewhere({ sections }: FormDefinition, id: string): Elsewhere | null {
  for (const section of sections) {
    if (section.kind === 'list') {
      const own = section.questions.find((each) => each.id === id);
      if (own) return { question: own, list: section };
      if (section.notKnown?.id === id) return { question: section.notKnown, list: null };
      continue;
    }
    for (const page of section.pages) {
      const question = page.questions.find((each) => each.id === id);
      if (question) return { question: { ...question, showWhen: both(page, question) }, list: null };
    }
  }
  return null;
}

function both(page: Pick<Page, 'showWhen'>, question: Question): Condition | undefined {
  const [first, ...others] = [page.showWhen, question.showWhen].filter((each) => each !== undefined);
  return first === undefined || others.length === 0 ? first : { all: [first, ...others] };
}

/** The opening page of a version; null where it has none. */
export function openingPage(definition: FormDefinition): Page | null {
  const { opening } = definition;
  if (opening === undefined) return null;
  const asked = opening.questions.flatMap((id) => askedElsewhere(definition, id) ?? []);
  const list = asked.find((each) => each.list !== null)?.list;
  return {
    id: openingId,
    title: opening.title,
    ...(opening.warning ? { warning: opening.warning } : {}),
    ...(opening.guidance ? { guidance: opening.guidance } : {}),
    questions: asked.map(({ question }) => question),
    ...(list ? { entryOf: list.id, oneOf: list.atLeastOne.of } : {}),
  };
}
