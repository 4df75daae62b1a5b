import { forceDay } from '../../kernel/postcode-rules.ts';
import { dayOfDate } from './agreement-term.ts';

/** What is recorded of the accreditation of a site as a third-party reporting centre; `until` is its last day. */
export type Accreditation = { from: Date | null; until: Date | null; withdrawnOn: Date | null };

/** Whether a site is accredited on a day. Only `accredited` is: every other says why it is not. */
export type AccreditationState = 'accredited' | 'never' | 'to_come' | 'ended' | 'withdrawn';

/** The columns of a site from which the state is worked out. */
export const accreditationParts = {
  accreditedOn: true,
  accreditedUntil: true,
  accreditationWithdrawnOn: true,
} as const;

type Recorded = {
  accreditedOn: Date | null;
  accreditedUntil: Date | null;
  accreditationWithdrawnOn: Date | null;
};

/** How a site stands today where the force is. */
export function accreditationOf(site: Recorded, now: Date): AccreditationState {
  const today = forceDay(now);
  const { accreditedOn: from, accreditedUntil: until, accreditationWithdrawnOn: withdrawnOn } = site;
  if (withdrawnOn !== null && dayOfDate(withdrawnOn) <= today) return 'withdrawn';
  if (from === null) return 'never';
  if (dayOfDate(from) > today) return 'to_come';
  return until !== null && dayOfDate(until) < today ? 'ended' : 'accredited';
}
