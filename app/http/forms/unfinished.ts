import { shortText } from '#app/domain/kernel/short-text.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import type { Question } from '#app/domain/form/question.ts';
import { questionFieldNames } from '#app/domain/form/read-posted.ts';
import { listWords, pageWords, type FormWords } from '#app/domain/form/words.ts';
import type { Draft } from '#app/domain/intake/drafts/drafts.server.ts';
import {
  unfinishedPart,
  unfinishedParts,
  type Part,
  type Unfinished,
} from '#app/domain/intake/drafts/unfinished.ts';
import type { UnfinishedLink } from '#app/ui/form/UnfinishedParts.tsx';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { partLink } from '../report-links.ts';
import { placeAmong } from './form-fields.ts';
import { withheldSource } from './question-form.ts';

/**
 * How the form of a part stands: whether what it shows is not finished, and what is wrong with it where its address asks
 * for that, as it does after somebody tried to go on.
 */
export function unfinishedForm(
  url: URL,
  { unfinished }: { unfinished: Unfinished },
  part: Part,
  questions: readonly Question[],
  check: () => { ok: true } | { ok: false; errors: Record<string, string> },
  t: FormWords,
): { unfinished: boolean; errors: FieldError[] } {
  const kept = unfinishedPart(unfinished, part);
  if (!url.searchParams.has('problems')) return { unfinished: kept !== null, errors: [] };
  const checked = check();
  const again = withheldSource(questions, t);
  const sealedAnew = Object.fromEntries((kept?.again ?? []).map((field) => [field, again[field] ?? '']));
  const errors = { ...(checked.ok ? {} : checked.errors), ...sealedAnew };
  const controls = questions.flatMap(questionFieldNames);
  return {
    unfinished: kept !== null,
    errors: Object.entries(errors)
      .map(([field, message]) => ({ field, message }))
      .sort((one, other) => placeAmong(controls, one.field) - placeAmong(controls, other.field)),
  };
}

/** The unfinished parts of a draft, or of one of its sections, by name: "Person 2", "What you know". */
export function unfinishedLinks(
  draft: Pick<Draft, 'id' | 'definition' | 'answers' | 'unfinished'>,
  t: FormWords,
  ofSection?: string,
): (UnfinishedLink & { part: Part })[] {
  return unfinishedParts(draft.definition, draft.answers, draft.unfinished)
    .filter(({ sectionId }) => ofSection === undefined || sectionId === ofSection)
    .map(({ part }) => ({
      part,
      title: titleOf(draft, part, t),
      href: partLink(draft.id, part),
    }));
}

function titleOf(
  { definition, answers, unfinished }: Pick<Draft, 'definition' | 'answers' | 'unfinished'>,
  part: Part,
  t: FormWords,
): string {
  if ('pageId' in part) {
    const page = findPage(definition, part.pageId)?.page;
    return page ? pageWords(page, t).title : part.pageId;
  }
  const section = findListSection(definition, part.sectionId);
  if (!section) return part.sectionId;
  const { itemTitle } = listWords(section, t);
  const position = itemsOf(answers, section.id).findIndex(({ id }) => id === part.itemId);
  if (position >= 0) return `${itemTitle} ${position + 1}`;
  const typed = unfinishedPart(unfinished, part)?.posted ?? {};
  const name = (section.naming ?? section.atLeastOne.of)
    .filter((id) => section.questions.some((question) => question.id === id && question.kind === 'text'))
    .map((id) => typed[id])
    .find((value) => typeof value === 'string' && value.trim() !== '');
  const notAdded = t.notAddedYet({ entry: itemTitle });
  return typeof name === 'string' ? `${notAdded}: ${shortText(name)}` : notAdded;
}
