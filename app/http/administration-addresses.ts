/** Where administrators work. */
export const accountsAddress = '/administration/accounts';
export const newAccountAddress = '/administration/accounts/new';
export const organisationsAddress = '/administration/organisations';
export const newOrganisationAddress = '/administration/organisations/new';
export const organisationAddressOf = (organisationId: string): string =>
  `${organisationsAddress}/${organisationId}`;

export const formVersionsAddress = '/administration/form-versions';

/** What the second version changes in the first, side by side. */
export const compareVersionsAddress = (from: number, to: number): string =>
  `${formVersionsAddress}/compare?from=${from}&to=${to}`;

/** A version to try; `at` is a place of the trial (app/domain/admin/trial-place.ts), left out for its first page. */
export const tryVersionAddress = (version: number, at?: string): string =>
  `${formVersionsAddress}/${version}/try${at === undefined ? '' : `?at=${at}`}`;

export const accountAddress = (accountId: string): string => `${accountsAddress}/${accountId}`;

/** The page of the list that begins after this address; the first page for null. */
export const accountsAfter = (after: string | null): string =>
  after === null ? accountsAddress : `${accountsAddress}?after=${encodeURIComponent(after)}`;
