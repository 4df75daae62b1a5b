import type { Status } from '#app/domain/kernel/statuses.ts';
import type { TagColour } from '#app/ui/govuk/Tag.tsx';

/** The words carry the meaning; the colours tell apart new, in hand, waiting and done. */
export const statusColours: Readonly<Record<Status, TagColour>> = {
  submitted: 'blue',
  in_assessment: 'teal',
  clarification: 'yellow',
  accepted: 'green',
  disseminated: 'green',
  closed: 'grey',
  rejected: 'grey',
  withdrawn: 'grey',
};
