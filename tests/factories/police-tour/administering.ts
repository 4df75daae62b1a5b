import { findPage } from '#app/domain/form/definition.ts';
import { version2 } from '#tests/factories/published-forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Client } from '../client.ts';
import { minimalPosts } from '../form-answers.ts';
import { startTrial } from '../trial-walk.ts';
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
    '/administration/areas',
    '/administration/form-versions',
    '/administration/form-versions/compare',
  ])
    await see(administrator, path, path);
  await seeTrial(administrator, album);
  for (const path of [
    '/administration/organisations/new',
    '/administration/accounts/new',
    `/administration/accounts/${accountId}`,
  ]) {
    const name = path.replace(accountId, ':accountId');
    await see(administrator, name, path);
    await err(administrator, `${name}, nothing entered`, path, {});
  }
  const organisation = `/administration/organisations/${organisationId}`;
  await see(administrator, 'an organisation', organisation);
  await err(administrator, 'an organisation, allowed without who agreed', organisation, { allows: 'cover' });
  await makeThing(portal, 'captured mail');
  await see(administrator, 'mail of the demonstration', '/demonstration/mail');
  const { id = '' } = await makeThing(portal, 'captured mail');
  await see(administrator, 'a message of the demonstration', `/demonstration/mail/${id}`);
}

/** Every kind of page that a trial of the form has, empty, filled in and with errors. */
async function seeTrial(administrator: Client, { see, keep }: Album): Promise<void> {
  await see(administrator, 'the start of a trial', '/administration/form-versions/2/try');
  const trial = await startTrial(administrator, 2);
  const seen = (name: string, status = 200) => keep(`trial: ${name}`, trial.page(), status);
  seen('a page');
  await trial.save();
  seen('a page, nothing entered', 422);
  await trial.save(minimalPosts.danger);
  await trial.press('Back');
  seen('tasks');
  await trial.press('See what is missing');
  seen('what is missing');
  await trial.press('Back');
  await trial.press(findPage(version2, 'information')?.page.title ?? '');
  await trial.save(minimalPosts.information);
  await trial.save();
  seen('an entry, nothing entered', 422);
  await trial.save({ ...minimalPosts.places, then: 'another' });
  seen('another entry');
  await trial.press('Back');
  seen('entries');
  await trial.press('Remove (Place 1)');
  seen('removing an entry');
  await trial.press('Keep it');
  await trial.press('Continue');
  await trial.save(minimalPosts.vehicles);
  await trial.save(minimalPosts.source);
  seen('check answers');
  await trial.save();
  seen('check answers, not declared', 422);
  await trial.save(minimalPosts.declaration);
  seen('the end');
  const lost = { answers: 'c2VhbGVk', act: 'save', whatIsKnown: 'Typed into a trial that is over.' };
  await administrator
    .post('/administration/form-versions/2/try?at=check', lost)
    .then((answer) => keep('trial: answers that cannot be opened', answer, 409));
}
