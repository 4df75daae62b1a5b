import { itemStatuses, type ItemStatus } from '#app/domain/plan/item-status.ts';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

const colours: Readonly<Record<ItemStatus, TagColour>> = {
  not_started: 'grey',
  on_track: 'blue',
  at_risk: 'orange',
  delivered: 'green',
};

/** How an item of the plan stands; in plain words where nobody has said so. */
export function ItemStatusTag({ status }: { status: ItemStatus | null }) {
  if (status === null) return <span className="portal-secondary">Not set yet</span>;
  return <Tag colour={colours[status]}>{itemStatuses[status]}</Tag>;
}
