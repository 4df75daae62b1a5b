import type { Requirement } from '#app/domain/submission/actions/row.ts';
import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import type { ComparedField } from '#app/ui/triage/CollisionNotice.tsx';

/** How a submission stands, for whoever decided on an older state. */
export const standing = ({ now, holder }: Pick<PreparedAction, 'now' | 'holder'>): string =>
  `It is now ${statusWords(now.status, { held: holder !== null }).toLowerCase()}, in the queue ${now.queue}, held by ${holder ?? 'nobody'}.`;

const loweredWords: Readonly<Record<string, string>> = { medium: 'Medium', low: 'Low' };

/** What the fields of an action would change, as it stands and as it was typed. Notes for the history replace nothing. */
export function comparedAction(
  { comment, requires, partnerReads, aboutDanger, now, holder, queues, areas, colleagues }: PreparedAction,
  typed: (field: string) => string,
): ComparedField[] {
  const asks = (requirement: Requirement) => requires.includes(requirement);
  const nameOf = (list: readonly { code: string; name: string }[], field: string, standing: string | null) =>
    list.find(({ code }) => code === typed(field))?.name ?? (typed(field) === '' ? '' : (standing ?? ''));
  const changed: (ComparedField | false)[] = [
    asks('lower_priority') && {
      label: 'Priority',
      now: 'High',
      typed: loweredWords[typed('lowerTo')] ?? '',
    },
    asks('other_area') && { label: 'Area', now: now.area ?? '', typed: nameOf(areas, 'area', now.area) },
    asks('other_queue') && { label: 'Queue', now: now.queue, typed: nameOf(queues, 'otherQueue', now.queue) },
    asks('colleague') && {
      label: 'Owner',
      now: holder ?? '',
      typed: colleagues.find(({ accountId }) => accountId === typed('colleague'))?.name ?? '',
    },
    partnerReads !== 'comment' && {
      label: comment.need === 'none' ? '' : comment.label,
      now: '',
      typed: typed('comment'),
    },
    partnerReads !== null && {
      label: 'Message to the partner',
      now: now.lastMessage ?? '',
      typed: typed(partnerReads),
    },
    asks('immigration_condition') && {
      label: 'Why the partner’s condition is overridden',
      now: '',
      typed: typed('override'),
    },
    aboutDanger !== null && {
      label: 'What was done about the danger',
      now: '',
      typed: typed('aboutDanger'),
    },
    aboutDanger !== null && { label: 'Who did it', now: '', typed: typed('dangerBy') },
  ];
  return changed.filter((field) => field !== false);
}
