import { answerOf, isSealed, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import { answerInWords } from './answer-words.ts';
import {
  findListSection,
  findPage,
  isListSection,
  type FormDefinition,
  type Question,
} from './definition.ts';
import type { Form } from './held-forms.ts';
import { offeredOptions, type Offering } from './offered-options.ts';
import { pageAsAsked } from './page-as-asked.ts';
import { questionFieldNames, type Posted } from './read-posted.ts';
import { parseItem, parsePage } from './schema.ts';
import { sealedQuestionIds } from './source-identity.ts';
import { isVisible, visiblePages } from './visible.ts';
import { listWords, pageWords, type FormWords } from './words.ts';

/** A page of the form, or a list to which an entry is added. */
export type PartToAdd = { part: string; title: string };

/**
 * The form with what was answered taken out of its pages: what was sent stays as it was, and who told the partner is sealed
 * once.
 */
function unanswered(definition: Form, answers: Answers): Form {
  const sealed = sealedQuestionIds(definition, answers).length > 0;
  const isOpen = ({ id, dataClass }: Question) =>
    answerOf(answers, id) === undefined && !(sealed && dataClass === 'source_identity');
  return {
    ...definition,
    sections: definition.sections.map((section) =>
      section.kind === 'list'
        ? section
        : {
            ...section,
            pages: section.pages.map((page) => ({
              ...page,
              questions: page.questions.filter(isOpen),
            })),
          },
    ),
  };
}

/** The questions of a part that are still open, as they are asked after these answers; none where nothing is. */
export function questionsOfPart(definition: Form, part: string, answers: Answers): Question[] {
  const list = findListSection(definition, part);
  if (list) return isVisible(list, answers) ? list.questions : [];
  if (!isPartOf(definition, part, true)) return [];
  const found = findPage(unanswered(definition, answers), part);
  if (!found || !visiblePages(found.section, answers).includes(found.page)) return [];
  return pageAsAsked(found.page, answers).questions;
}

/** Every question of a page or list, whether or not it is still open. */
export const everyQuestionOf = (definition: FormDefinition, part: string): Question[] =>
  findListSection(definition, part)?.questions ?? findPage(definition, part)?.page.questions ?? [];

/** Whether something was posted that is not asked any more: it was answered since the page was opened. */
export function wasAnsweredSince(definition: Form, part: string, posted: Posted, answers: Answers): boolean {
  const open = new Set(questionsOfPart(definition, part, answers).map(({ id }) => id));
  return everyQuestionOf(definition, part)
    .filter(({ id }) => !open.has(id))
    .flatMap(questionFieldNames)
    .some((name) => (posted[name] ?? '').length > 0);
}

/**
 * Whether it is a part that can be added after sending: of a report that was sent at once, whatever was left for later; of
 * any other an entry of a list.
 */
export const isPartOf = (definition: FormDefinition, part: string, sentAtOnce: boolean): boolean =>
  sentAtOnce
    ? (definition.dangerLane?.later ?? []).some((id) => holdsPart(definition, id, part))
    : findListSection(definition, part) !== null;

function holdsPart(definition: FormDefinition, sectionId: string, part: string): boolean {
  const section = definition.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return false;
  return section.kind === 'list' ? section.id === part : section.pages.some(({ id }) => id === part);
}

/** An entry of each list, as it can be added to any report that was sent: a connection once there is something to connect. */
export const entriesToAdd = (definition: FormDefinition, answers: Answers, t: FormWords): PartToAdd[] =>
  definition.sections
    .filter(isListSection)
    .filter((list) => isVisible(list, answers))
    .map((list) => ({ part: list.id, title: listWords(list, t).addTitle }));

/** What can be added to a report that was sent by the danger lane with these answers, the most pressing first. */
export function partsToAdd(definition: Form, answers: Answers, t: FormWords): PartToAdd[] {
  return (definition.dangerLane?.later ?? []).flatMap((sectionId): PartToAdd[] => {
    const section = definition.sections.find(({ id }) => id === sectionId);
    if (section === undefined || !isVisible(section, answers)) return [];
    if (section.kind === 'list') return [{ part: section.id, title: listWords(section, t).addTitle }];
    return section.pages
      .filter((page) => questionsOfPart(definition, page.id, answers).length > 0)
      .map((page) => ({ part: page.id, title: pageWords(page, t).title }));
  });
}

/**
 * What was posted of a part: its answers, or its errors by field. `answers` are those of the report so far; the entry of a
 * list has the id that is given.
 */
export function parsePart(
  definition: Form,
  part: string,
  posted: Posted,
  answers: Answers,
  entryId: string,
  checking: Checking,
): { ok: true; answers: Answers } | { ok: false; errors: Record<string, string> } {
  if (findListSection(definition, part)) {
    const parsed = parseItem(definition, part, posted, { ...checking, answers });
    if (!parsed.ok) return parsed;
    return { ok: true, answers: parsed.kind === 'item' ? { [part]: [{ ...parsed.item, id: entryId }] } : {} };
  }
  return parsePage(unanswered(definition, answers), part, posted, answers, checking);
}

/** What was added, as people read it: the title of the part, and a line for each answer. Never who told the partner. */
export function partInWords(definition: Form, part: string, added: Answers, offering: Offering): string {
  const { t } = offering;
  const list = findListSection(definition, part);
  const page = findPage(definition, part)?.page;
  const title = list ? listWords(list, t).itemTitle : page ? pageWords(page, t).title : '';
  const questions = everyQuestionOf(definition, part);
  const offered = offeredOptions(definition, questions, offering);
  const given = list ? (added[part] as Answers[])[0] : added;
  const lines = questions.flatMap((question) => {
    const value = answerOf(given ?? {}, question.id);
    const words = isSealed(value)
      ? [t.sealed]
      : answerInWords(question, value, t, offered[question.id] ?? []);
    return words.length === 0 ? [] : [`${t.asked(question.name)}: ${words.join(', ')}`];
  });
  return [title, ...lines].join('\n');
}
