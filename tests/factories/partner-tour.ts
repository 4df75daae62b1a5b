import { following } from './partner-tour/following.ts';
import { writing } from './partner-tour/writing.ts';
import { formOf, sendForm } from './forms.ts';
import { people } from './people.ts';
import type { TestPortal } from './portal.ts';
import { makeThing } from './things.ts';
import { openAlbum, type Album, type Visit } from './visits.ts';

/** Every page that partners meet, empty, filled and with errors. Needs the added people. */
export async function partnerTour(portal: TestPortal): Promise<Visit[]> {
  const album = openAlbum(portal);
  await outside(portal, album);
  const reporter = await portal.signedIn(people.reporter);
  const first = (email: string) =>
    portal.db.account.update({ where: { email }, data: { hintsDoneAt: null } });
  await first(people.reporter);
  await album.see(reporter, 'reports, none yet, for the first time', '/reports');
  await reporter.post('/start-here');
  await album.see(reporter, 'reports, none yet', '/reports');
  await album.see(reporter, 'still signed in', '/stay-signed-in');
  await album.see(reporter, 'own account', '/account');
  await album.see(reporter, 'change of password', '/account/password');
  await album.err(reporter, 'change of password, nothing entered', '/account/password', {});
  await album.err(reporter, 'change of password, wrong one', '/account/password', {
    currentPassword: 'not this one at all',
    password: 'five green lanterns',
  });
  await portal.signedIn(people.reporter);
  await album.see(reporter, 'own sessions', '/account/sessions');
  await album.err(reporter, 'own account, no number', '/account', {
    contactTelephone: 'the office',
    contactSafeTimes: 'x'.repeat(301),
    contactAnotherWay: 'x'.repeat(301),
  });
  await writing(portal, album, reporter);
  await following(portal, album, reporter);
  await leading(portal, album);
  return album.visits;
}

/** Before anybody is signed in. */
async function outside(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
  const nobody = portal.client();
  await see(nobody, 'sign in', '/sign-in');
  await err(nobody, 'sign in, nothing entered', '/sign-in', {});
  await err(nobody, 'sign in, wrong password', '/sign-in', { email: people.reporter, password: 'wrong' });
  for (let count = 0; count < 12; count += 1)
    await nobody.post('/sign-in', { email: 'nobody@example.org', password: 'x' });
  await err(nobody, 'sign in, too often', '/sign-in', { email: 'nobody@example.org', password: 'x' }, 429);
  const kept = await nobody.post('/sign-in/kept?next=%2Freports%2Fnew', { comment: 'Typed before.' });
  visits.push({ ...kept, name: 'a form kept through sign-in' });
  const wrong = await nobody.post('/sign-in/kept?next=%2Freports%2Fnew', {
    ...formOf(kept.text).fields,
  });
  visits.push({ ...wrong, name: 'a form kept through sign-in, nothing entered' });
  const { token = '' } = await makeThing(portal, 'invitation');
  await see(nobody, 'invitation', `/invitation/${token}`);
  await err(nobody, 'invitation, nothing entered', `/invitation/${token}`, {});
  for (const password of ['short', 'x'.repeat(201), 'aaaaaaaaaaaa', 'password1234'])
    await err(nobody, `invitation, password ${password.slice(0, 12)}`, `/invitation/${token}`, { password });
  await see(nobody, 'invitation, over', '/invitation/unknown', 404);
  await nobody.post(`/invitation/${token}`, { password: 'five green lanterns' });
  await see(nobody, 'invitation, accepted', `/invitation/${token}`);
  await see(nobody, 'forgotten password', '/forgotten-password');
  await err(nobody, 'forgotten password, nothing entered', '/forgotten-password', {});
  await err(nobody, 'forgotten password, no address', '/forgotten-password', { email: 'robin' });
  await see(nobody, 'link for a new password asked for', '/forgotten-password/asked');
  const reset = await makeThing(portal, 'password reset');
  await see(nobody, 'new password', `/reset-password/${reset.token}`);
  await err(nobody, 'new password, nothing entered', `/reset-password/${reset.token}`, {});
  await nobody.post(`/reset-password/${reset.token}`, { password: 'five green lanterns' });
  await see(nobody, 'new password, set', `/reset-password/${reset.token}`);
  await see(nobody, 'new password, over', '/reset-password/unknown', 404);
  for (const path of [
    '/help',
    '/help/signs',
    '/help/examples',
    '/help/prompt-sheet',
    '/help/exit',
    '/help/exit?next=%2Freports',
    '/privacy',
    '/cookies',
    '/accessibility',
  ])
    await see(nobody, path, path);
  await see(nobody, 'no such page', '/no-such-page', 404);
}

/** The lead of an organisation, and whoever is both. */
async function leading(portal: TestPortal, { see, err }: Album): Promise<void> {
  const lead = await portal.signedIn(people.lead);
  await see(lead, 'home of a lead', '/');
  await see(lead, 'organisation', '/organisation');
  const { accountId = '' } = await makeThing(portal, 'member');
  const member = `/organisation/members/${accountId}`;
  await see(lead, 'a member', member);
  await err(lead, 'a member, suspended without a reason', member, { intent: 'suspended' });
  await see(
    lead,
    'a member, suspended',
    await sendForm(lead, member, { intent: 'suspended', reason: 'Left' }),
  );
  await see(
    lead,
    'a member, restored',
    await sendForm(lead, member, { intent: 'active', reason: 'Came back' }),
  );
  await see(lead, 'invite', '/organisation/invite');
  await err(lead, 'invite, nothing entered', '/organisation/invite', {});
  await err(lead, 'invite, wrong', '/organisation/invite', {
    email: 'no address',
    displayName: 'x'.repeat(200),
  });
  await err(lead, 'invite, known', '/organisation/invite', { email: people.reporter, displayName: 'Robin' });
  const both = await portal.signedIn('val@fire-stations.example');
  await see(both, 'home of a reporting lead', '/');
  await see(both, 'organisation with sites', '/organisation');
}
