import { z } from 'zod';
import { itemsOf, type Answers } from '../../form/answers.ts';
import type { FormDefinition } from '../../form/definition.ts';
import { openingId } from '../../form/opening.ts';
import { everyQuestionOf } from '../../form/parts-to-add.ts';
import type { Question } from '../../form/question.ts';
import type { Posted } from '../../form/read-posted.ts';
import { isVisible, visiblePages } from '../../form/visible.ts';

/** One page of a draft, or one entry of one of its lists. */
export type Part = { pageId: string } | { sectionId: string; itemId: string };

/**
 * What was typed in a part and could not be saved as its answers. Never what names the source: `again` holds the fields
 * in which such words stood, for their writer to type them anew.
 */
export type UnfinishedPart = { posted: Posted; again: string[] };

/** The unfinished parts of a draft by `keyOf`. They are no part of the report until they are finished. */
export type Unfinished = Readonly<Record<string, UnfinishedPart>>;

const schema = z.record(
  z.string(),
  z.object({
    posted: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    again: z.array(z.string()),
  }),
);

export const unfinishedFrom = (stored: unknown): Unfinished => schema.parse(stored);

const entryPrefix = (sectionId: string) => `entry ${sectionId} `;

export function keyOf(part: Part): string {
  return 'pageId' in part ? `page ${part.pageId}` : `${entryPrefix(part.sectionId)}${part.itemId}`;
}

/** Every question of a part, whether or not it is asked; none where the form has no such part. */
export const questionsOf = (definition: FormDefinition, part: Part): Question[] =>
  everyQuestionOf(definition, 'pageId' in part ? part.pageId : part.sectionId);

export function unfinishedPart(unfinished: Unfinished, part: Part): UnfinishedPart | null {
  const key = keyOf(part);
  return Object.hasOwn(unfinished, key) ? (unfinished[key] ?? null) : null;
}

export const withoutPart = (unfinished: Unfinished, part: Part): Unfinished =>
  withoutParts(unfinished, [keyOf(part)]);

/** Without those of these keys. */
export function withoutParts(unfinished: Unfinished, keys: readonly string[]): Unfinished {
  return Object.fromEntries(Object.entries(unfinished).filter(([key]) => !keys.includes(key)));
}

/** Unfinished entries of a list that were never saved: they have no place among its entries yet. */
export function newEntries(unfinished: Unfinished, sectionId: string, answers: Answers): string[] {
  const saved = new Set(itemsOf(answers, sectionId).map(({ id }) => id));
  return entryIds(unfinished, sectionId).filter((id) => !saved.has(id));
}

function entryIds(unfinished: Unfinished, sectionId: string): string[] {
  const prefix = entryPrefix(sectionId);
  return Object.keys(unfinished)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** Every unfinished part that the form still asks for, in its order, with the section it belongs to. */
export function unfinishedParts(
  definition: FormDefinition,
  answers: Answers,
  unfinished: Unfinished,
): { part: Part; sectionId: string }[] {
  const opening = unfinishedPart(unfinished, { pageId: openingId });
  const [first] = definition.sections;
  const begun =
    definition.opening && opening && first ? [{ part: { pageId: openingId }, sectionId: first.id }] : [];
  const ofSections = definition.sections
    .filter((section) => isVisible(section, answers))
    .flatMap((section) => {
      const parts: Part[] =
        section.kind === 'pages'
          ? visiblePages(section, answers).map(({ id }) => ({ pageId: id }))
          : entryIds(unfinished, section.id).map((itemId) => ({ sectionId: section.id, itemId }));
      return parts
        .filter((part) => unfinishedPart(unfinished, part) !== null)
        .map((part) => ({ part, sectionId: section.id }));
    });
  return [...begun, ...ofSections];
}
