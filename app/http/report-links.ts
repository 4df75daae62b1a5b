import type { Part } from '#app/domain/intake/drafts/unfinished.ts';
import type { Step } from '#app/domain/form/journey.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { link } from './link.ts';

/** Where whoever writes a draft has all of theirs: officers write for a partner. */
export const writersHome = (enteredFor: object | string | null): string =>
  enteredFor === null ? link('reports/list') : link('submissions/new-for-partner');

/** The page of a part that is not finished, with what is wrong with it. */
export const partLink = (draftId: Id<'Draft'>, part: Part): string =>
  `${
    'pageId' in part
      ? link('reports/page', { draftId, pageId: part.pageId })
      : link('reports/item', { draftId, sectionId: part.sectionId, itemId: part.itemId })
  }?problems`;

/** Where a part that is not finished is removed. */
export const forgetLink = (draftId: Id<'Draft'>, part: Part): string =>
  'pageId' in part
    ? link('reports/unfinished-remove', { draftId, of: 'pages', id: part.pageId })
    : link('reports/unfinished-remove', { draftId, of: part.sectionId, id: part.itemId });

/** Where a step of the journey is, with what was read in the text offered on its page. */
export const offeringLink = (draftId: Id<'Draft'>, step: Step): string => `${stepLink(draftId, step)}?found`;

/** Whether the address asks for it. */
export const offersFound = (url: URL): boolean => url.searchParams.has('found');

/** Where a step of the journey is. */
export function stepLink(draftId: Id<'Draft'>, step: Step): string {
  switch (step.kind) {
    case 'page':
      return link('reports/page', { draftId, pageId: step.pageId });
    case 'new_item':
      return link('reports/item-new', { draftId, sectionId: step.sectionId });
    case 'items':
      return link('reports/items', { draftId, sectionId: step.sectionId });
    case 'task_list':
      return link('reports/draft', { draftId });
    case 'files':
      return link('reports/files', { draftId });
    case 'send_now':
      return link('reports/send-now', { draftId });
    case 'check_answers':
      return link('reports/check', { draftId });
  }
}
