import type { Id } from '#app/domain/kernel/id.ts';
import type { Gate } from '../../submission/closing-gates.ts';
import { unjudgedVersions } from '../../submission/item-actions.ts';
import type { Item } from '../../submission/items.server.ts';
import { asksFib } from '../../submission/recipient-messages.ts';

/** What must be settled before an item is voided, and where. */
export type VoidingGate = Pick<Gate, 'met' | 'label' | 'gap' | 'reason'> & {
  at:
    | { page: 'dissemination'; disseminationId: Id<'Dissemination'> }
    | { page: 'approve'; version: number }
    | { page: 'tasks' };
};

/**
 * The gates before an item is voided, in the order of the work. Everybody who has it must have had it taken back, and what
 * went out under the two-person rule must have been judged, which a voided item cannot be any more. What is still open
 * besides is settled or handed on, as before an end (docs/decisions/0060).
 */
export function voidingGates(
  item: Item,
  { restricted, openTasks }: { restricted: boolean; openTasks: number },
): VoidingGate[] {
  const sent = item.disseminations.map((each) => ({
    ...each,
    at: { page: 'dissemination', disseminationId: each.id } as const,
  }));
  return [
    ...sent.map(({ recipient, version, recalled, at }) => ({
      met: recalled !== null,
      label: recalled
        ? `Version ${version} is recalled from ${recipient}`
        : `Recall version ${version} from ${recipient}`,
      gap: `Recall version ${version} from ${recipient} first`,
      reason: null,
      at,
    })),
    ...unjudgedVersions(item, restricted).map((version) => ({
      met: false,
      label: `Have a second person judge version ${version}, which went out at once`,
      gap: `Have a second person judge version ${version} first, as it went out at once`,
      reason: null,
      at: { page: 'approve', version } as const,
    })),
    ...sent
      .filter(({ unreadSince, messages }) => unreadSince !== null && asksFib(messages))
      .map(({ recipient, at }) => loose(`Read what ${recipient} asks`, at)),
    ...sent
      .filter(({ awaits }) => awaits === 'telling')
      .map(({ recipient, at }) => loose(`Tell ${recipient} that it was recalled, and record it`, at)),
    ...(openTasks > 0 ? [loose('End the open tasks of this item', { page: 'tasks' })] : []),
  ];
}

const loose = (todo: string, at: VoidingGate['at']): VoidingGate => ({
  met: false,
  label: todo,
  gap: todo,
  reason: 'handedOn',
  at,
});
