import type { Step } from '../form/journey.ts';
import { isId } from '../kernel/is-id.ts';

/** Where somebody stands in a trial: as in a report, with pages of its own for what follows a report's last one. */
export type TrialPlace =
  | Exclude<Step, { kind: 'page' }>
  | { kind: 'page'; pageId: string }
  | { kind: 'item'; sectionId: string; itemId: string }
  | { kind: 'remove'; sectionId: string; itemId: string }
  | { kind: 'end' };

/** As it stands in an address: ids and names of pages, never content. */
export function writePlace(place: TrialPlace): string {
  switch (place.kind) {
    case 'page':
      return `pages/${place.pageId}`;
    case 'items':
      return `lists/${place.sectionId}`;
    case 'new_item':
      return `lists/${place.sectionId}/new`;
    case 'item':
      return `lists/${place.sectionId}/${place.itemId}`;
    case 'remove':
      return `lists/${place.sectionId}/${place.itemId}/remove`;
    case 'task_list':
      return 'tasks';
    case 'check_answers':
      return 'check';
    case 'end':
      return 'end';
  }
}

/** Null for what is no place; whether the version has such a page is not asked here. */
export function readPlace(written: string): TrialPlace | null {
  if (written === 'tasks') return { kind: 'task_list' };
  if (written === 'check') return { kind: 'check_answers' };
  if (written === 'end') return { kind: 'end' };
  const [kind, id = '', itemId, act, ...more] = written.split('/');
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(id) || more.length > 0) return null;
  if (kind === 'pages') return itemId === undefined ? { kind: 'page', pageId: id } : null;
  if (kind !== 'lists') return null;
  if (itemId === undefined) return { kind: 'items', sectionId: id };
  if (itemId === 'new') return act === undefined ? { kind: 'new_item', sectionId: id } : null;
  if (!isId(itemId)) return null;
  if (act === undefined) return { kind: 'item', sectionId: id, itemId };
  return act === 'remove' ? { kind: 'remove', sectionId: id, itemId } : null;
}
