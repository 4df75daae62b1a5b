const statuses: Readonly<Record<string, string>> = {
  invited: 'Invited',
  active: 'Active',
  suspended: 'Suspended',
  withdrawn: 'Invitation withdrawn',
};

/** The status of an account in words, for police pages. */
export const accountStatusWords = (status: string): string => statuses[status] ?? status;

/** "SPOC (Coventry)". A SPOC without an area holds the queue of the force. */
export function heldRoleWords({ label, area }: { label: string; area: string | null }): string {
  if (area !== null) return `${label} (${area})`;
  return label === 'SPOC' ? 'SPOC (whole force)' : label;
}
