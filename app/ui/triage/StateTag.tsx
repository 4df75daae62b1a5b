import { statusWords } from '#app/domain/kernel/status-words.ts';
import type { Status } from '#app/domain/kernel/statuses.ts';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

/** The words carry the meaning; the colours tell apart new, in hand, waiting and done. */
const colours: Readonly<Record<Status, TagColour>> = {
  submitted: 'blue',
  in_assessment: 'teal',
  clarification: 'yellow',
  accepted: 'green',
  disseminated: 'green',
  closed: 'grey',
  rejected: 'grey',
  withdrawn: 'grey',
};

export type StateTagProps = {
  status: Status;
  /** Somebody has claimed it. */
  held: boolean;
};

/** Where a submission stands, for police. */
export function StateTag({ status, held }: StateTagProps) {
  const colour = status === 'in_assessment' && !held ? colours.submitted : colours[status];
  return <Tag colour={colour}>{statusWords(status, { held })}</Tag>;
}
