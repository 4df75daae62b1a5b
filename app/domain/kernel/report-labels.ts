import { outcomeCodes, outcomes } from './outcomes.ts';
import type { Priority } from './statuses.ts';

/** What kind of partner an organisation is; `network` is a register of partners such as a regional network. */
export const organisationKinds = ['ngo', 'third_party_centre', 'statutory', 'network'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** How the submission reached the portal: the partner's own web form, or a SPOC entering a call or a paper. */
export const channels = ['web', 'telephone', 'paper'] as const;
export type Channel = (typeof channels)[number];

/** The row of areas for what counts to no single area. */
export const noArea = 'none';
/** The row of areas of today for what lay in an area that was divided, and whose places do not tell in which part. */
export const notTold = 'not_told';

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

/** The same kinds, as a sentence has them. */
export const organisationKindPlurals: Record<OrganisationKind, string> = {
  ngo: 'non-governmental organisations',
  third_party_centre: 'third-party reporting centres',
  statutory: 'statutory bodies',
  network: 'partner networks',
};

export const priorityWords: Record<Priority, string> = { high: 'High', medium: 'Medium', low: 'Low' };

/** The form's heads of exploitation; what names none of them counts here. */
export const notSure = 'not_sure';
export const exploitationKeys = [
  'labour',
  'sexual',
  'criminal',
  'domestic_servitude',
  'organ_removal',
  'other',
  notSure,
] as const;
/** The outcomes told to partners, and what has none. */
export const outcomeKeys = [...outcomeCodes, 'rejected', 'withdrawn', 'open'] as const;
export const outcomeRowWords: Record<(typeof outcomeKeys)[number], string> = {
  used: outcomes.used.label,
  crime_recorded: outcomes.crime_recorded.label,
  safeguarding_action: outcomes.safeguarding_action.label,
  passed_on: outcomes.passed_on.label,
  more_needed: outcomes.more_needed.label,
  no_further_use: outcomes.no_further_use.label,
  duplicate: outcomes.duplicate.label,
  rejected: 'Rejected',
  withdrawn: 'Withdrawn by the partner',
  open: 'Not answered yet',
};
