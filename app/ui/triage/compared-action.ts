import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { isOutcome, outcomes } from '#app/domain/kernel/outcomes.ts';
import type { ComparedField } from './CollisionNotice.tsx';

const outcomeLabel = (code: string | null): string => (isOutcome(code) ? outcomes[code].label : '');

const loweredWords: Readonly<Record<string, string>> = { medium: 'Medium', low: 'Low' };

/** What the fields of an action would change, as it stands and as it was typed. Notes for the history replace nothing. */
export function comparedAction(
  { action, comment, now, holder, queues, areas, colleagues }: PreparedAction,
  typed: (field: string) => string,
): ComparedField[] {
  const written = comment.need === 'none' ? '' : comment.label;
  const note = { label: written, now: '', typed: typed('comment') };
  const danger = { label: 'What was done about the danger', now: '', typed: typed('aboutDanger') };
  const toPartner = (field: string) => ({
    label: 'Message to the partner',
    now: now.lastMessage ?? '',
    typed: typed(field),
  });
  const outcome = {
    label: 'Outcome',
    now: outcomeLabel(now.outcome),
    typed: outcomeLabel(typed('outcome')),
  };
  const nameOf = (list: readonly { code: string; name: string }[], field: string, standing: string | null) =>
    list.find(({ code }) => code === typed(field))?.name ?? (typed(field) === '' ? '' : (standing ?? ''));
  switch (action) {
    case 'answer_and_close':
      return [outcome, toPartner('comment')];
    case 'ask_to_close':
      return [outcome, toPartner('comment'), danger];
    case 'close_without_item':
      return [outcome, note, toPartner('message')];
    case 'ask_to_close_without_item':
      return [outcome, note, toPartner('message'), danger];
    case 'ask_to_reject':
      return [toPartner('comment'), danger];
    case 'ask_to_grant_withdrawal':
      return [note, danger];
    case 'ask_to_lift':
      return typed('aboutDanger') === '' ? [note] : [note, danger];
    case 'ask_partner':
    case 'reject':
    case 'refuse_withdrawal':
      return [toPartner('comment')];
    case 'ask_to_lower':
      return [{ label: 'Priority', now: 'High', typed: loweredWords[typed('lowerTo')] ?? '' }, note, danger];
    case 'set_area':
      return [{ label: 'Area', now: now.area ?? '', typed: nameOf(areas, 'area', now.area) }, note];
    case 'reroute':
      return [{ label: 'Queue', now: now.queue, typed: nameOf(queues, 'otherQueue', now.queue) }, note];
    case 'hand_over':
    case 'assign':
      return [
        {
          label: 'Owner',
          now: holder ?? '',
          typed: colleagues.find(({ accountId }) => accountId === typed('colleague'))?.name ?? '',
        },
        note,
      ];
    default:
      return [note];
  }
}
