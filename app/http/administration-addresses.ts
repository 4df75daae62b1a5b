/** Where administrators work. */
export const accountsAddress = '/administration/accounts';
export const newAccountAddress = '/administration/accounts/new';
export const organisationsAddress = '/administration/organisations';
export const newOrganisationAddress = '/administration/organisations/new';

export const accountAddress = (accountId: string): string => `${accountsAddress}/${accountId}`;

/** The page of the list that begins after this address; the first page for null. */
export const accountsAfter = (after: string | null): string =>
  after === null ? accountsAddress : `${accountsAddress}?after=${encodeURIComponent(after)}`;
