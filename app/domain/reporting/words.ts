import type { Channel, OrganisationKind } from '../submissions/facts.ts';
import type { Priority } from '../triage/statuses.ts';

/** Words of what is counted, as tables show them to police. */
export const channelWords: Record<Channel, string> = {
  web: 'Web form',
  telephone: 'Telephone',
  paper: 'Paper',
};

export const organisationKindWords: Record<OrganisationKind, string> = {
  ngo: 'Non-governmental organisation',
  third_party_centre: 'Third-party reporting centre',
  statutory: 'Statutory body',
  network: 'Partner network',
};

export const priorityWords: Record<Priority, string> = { high: 'High', medium: 'Medium', low: 'Low' };
