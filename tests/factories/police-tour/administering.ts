import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

export async function administering(portal: TestPortal, album: Album): Promise<void> {
  const { see, err } = album;
  const administrator = await portal.signedIn(people.administrator);
  const { accountId = '' } = await makeThing(portal, 'account');
  const { organisationId = '' } = await makeThing(portal, 'organisation');
  await see(administrator, 'home of an administrator', '/');
  for (const path of [
    '/administration/organisations',
    '/administration/accounts',
    '/administration/role-requests',
    '/administration/areas',
    '/administration/settings',
    '/administration/form-versions',
    '/administration/form-versions/compare',
  ])
    await see(administrator, path, path);
  for (const at of ['', '?at=emergency', '?at=people', '?at=links', '?at=declaration'])
    await see(administrator, `a version of the form ${at}`, `/administration/form-versions/3${at}`);
  for (const path of [
    '/administration/organisations/new',
    '/administration/accounts/new',
    `/administration/accounts/${accountId}`,
  ]) {
    const name = path.replace(accountId, ':accountId');
    await see(administrator, name, path);
    await err(administrator, `${name}, nothing entered`, path, {});
  }
  for (const row of ['signposts/new', 'recipients/new', 'escalation/deputy', 'clocks/high']) {
    const address = `/administration/settings/${row}`;
    await see(administrator, `a row of the settings: ${row}`, address);
    await err(administrator, `a row of the settings: ${row}, nothing entered`, address, {
      name: '',
      afterMinutes: '',
      first_seen: '',
    });
  }
  await see(
    administrator,
    'a part of the settings, back to the pack',
    '/administration/settings/clocks/pack',
  );
  const { changeId = '' } = await makeThing(portal, 'setting change');
  await see(administrator, 'a change of the settings', `/administration/settings/changes/${changeId}`);
  const suspend = `/administration/accounts/${accountId}/suspend`;
  await see(administrator, 'an account to suspend', suspend);
  await err(administrator, 'an account to suspend, without a reason', suspend, { reason: '' });
  const details = `/administration/accounts/${accountId}/details`;
  await see(administrator, 'details of an account', details);
  await err(administrator, 'details of an account, without a name', details, { displayName: '' });
  const roles = `/administration/accounts/${accountId}/roles`;
  await see(administrator, 'roles of an account', roles);
  await err(administrator, 'roles of an account, none', roles, { roles: [] });
  const { requestId = '' } = await makeThing(portal, 'role request');
  const request = `/administration/role-requests/${requestId}`;
  await see(administrator, 'a request for roles', request);
  await err(administrator, 'a request for roles, refused without a reason', request, { intent: 'refused' });
  const organisation = `/administration/organisations/${organisationId}`;
  await see(administrator, 'an organisation', organisation);
  await err(administrator, 'an organisation, allowed without who agreed', organisation, { allows: 'cover' });
  for (const change of ['name', 'contacts', 'suspend', 'close', 'restore', 'sites/new']) {
    const address = `${organisation}/${change}`;
    await see(administrator, `an organisation to change: ${change}`, address);
    await err(administrator, `an organisation to change: ${change}, nothing entered`, address, {
      name: '',
      ownContacts: '101',
      reason: '',
    });
  }
  const { siteId = '', organisationId: ofSite = '' } = await makeThing(portal, 'site');
  const site = `/administration/organisations/${ofSite}/sites/${siteId}`;
  await see(administrator, 'a site', site);
  await err(administrator, 'a site, without a name', site, { name: '' });
  await makeThing(portal, 'captured mail');
  await see(administrator, 'mail of the demonstration', '/demonstration/mail');
  const { id = '' } = await makeThing(portal, 'captured mail');
  await see(administrator, 'a message of the demonstration', `/demonstration/mail/${id}`);
}
