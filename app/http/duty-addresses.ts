import type { DutyGap } from '#app/domain/people/duty/roster.ts';

/** Addresses of the duty roster. */
export const dutyAddresses = {
  roster: '/duty',
  newDuty: '/duty/new',
  /** The form of a new duty, filled in for a gap. */
  fill: ({ position, from, to }: DutyGap) =>
    `/duty/new?${new URLSearchParams({ position, from: from.toISOString(), to: to.toISOString() }).toString()}`,
  newAbsence: '/duty/absences/new',
  endDuty: (entryId: string) => `/duty/${entryId}/end`,
  endAbsence: (absenceId: string) => `/duty/absences/${absenceId}/end`,
};
