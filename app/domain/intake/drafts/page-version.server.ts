import { createHash } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { itemsOf } from '../../form/answers.ts';
import type { ListSection, Page } from '../../form/definition.ts';
import type { Posted } from '../../form/read-posted.ts';
import { itemValues, valuesOf } from '../../form/schema.ts';
import type { Draft } from './drafts.server.ts';
import { unfinishedPart } from './unfinished.ts';

/**
 * What the fields of a page hold as saved, or as typed where it is not finished, and a version that changes exactly when
 * that does. A form carries the version
 * it was made from, so that saving in a second tab never takes away what the first has saved. Other pages of the draft
 * do not count: two people may not write one draft, and one person may write two of its pages.
 */
export type SavedFields = { values: Posted; version: string };

/** `sealedAt` stands for who told the partner, which nobody may read: it tells only that it was typed anew. */
function versioned(values: Posted, sealedAt: Date | null): SavedFields {
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([entries, sealedAt]);
  return { values, version: createHash('sha256').update(text).digest('base64url').slice(0, 22) };
}

export async function savedPage(db: Ctx['db'], draft: Draft, page: Page): Promise<SavedFields> {
  const sealed = asksForSource(page)
    ? await db.sourceRecord.findUnique({ where: { draftId: draft.id }, select: { sealedAt: true } })
    : null;
  return pageAsSaved(draft, page, sealed);
}

const asksForSource = (page: Page): boolean =>
  page.questions.some((question) => question.dataClass === 'source_identity');

/** The same where the sealed record of the draft is read already; null where it has none. */
export function pageAsSaved(draft: Draft, page: Page, sealed: { sealedAt: Date } | null): SavedFields {
  const kept = unfinishedPart(draft.unfinished, { pageId: page.id });
  return versioned(
    kept?.posted ?? valuesOf(page, draft.answers),
    asksForSource(page) ? (sealed?.sealedAt ?? null) : null,
  );
}

/** The same of an entry; one that is not there, or not there any more, holds nothing. */
export function savedItem(draft: Draft, section: ListSection, itemId: string): SavedFields {
  const kept = unfinishedPart(draft.unfinished, { sectionId: section.id, itemId });
  if (kept) return versioned(kept.posted, null);
  const item = itemsOf(draft.answers, section.id).find(({ id }) => id === itemId);
  return versioned(item ? itemValues(section, item) : {}, null);
}

/** Whether a form was made from another version than the saved one. One without a version was made before there were any. */
export const isStale = (saved: SavedFields, expectedVersion: string | undefined): boolean =>
  expectedVersion !== undefined && expectedVersion !== '' && expectedVersion !== saved.version;
