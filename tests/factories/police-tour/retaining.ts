import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

/** From a report whose time has run out to its disposal, and everything about a person. */
export async function retaining(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
  const supervisor = await portal.signedIn(people.supervisor);
  await see(supervisor, 'retention, nothing on hold', '/retention?view=held');
  const due = `/retention/${(await makeThing(portal, 'due report')).submissionId ?? ''}`;
  await see(supervisor, 'retention, due', '/retention');
  await see(supervisor, 'retention of a submission, due', due);
  const picked = (path: string) => path.split('/')[2] ?? '';
  await see(supervisor, 'propose what is selected', `/retention/selected?do=propose&pick=${picked(due)}`);
  await see(supervisor, 'keep a submission longer', `${due}/keep`);
  await err(supervisor, 'keep a submission longer, nothing entered', `${due}/keep`, {});
  await see(supervisor, 'legal hold', `${due}/hold`);
  await err(supervisor, 'legal hold, no reason', `${due}/hold`, {});
  await sendForm(supervisor, `${due}/hold`, { reason: 'A complaint' });
  await see(supervisor, 'legal hold of one’s own', `${due}/hold`);
  await see(supervisor, 'retention of a submission, on hold', due);
  const proposed = `/retention/${(await makeThing(portal, 'proposed disposal')).submissionId ?? ''}`;
  await see(supervisor, 'retention, proposed', '/retention?view=proposed');
  await see(supervisor, 'retention of a submission, proposed', proposed);
  await see(
    supervisor,
    'dispose of what is selected',
    `/retention/selected?do=dispose&pick=${picked(proposed)}`,
  );
  await see(supervisor, 'decide on a disposal', `${proposed}/dispose`);
  await err(supervisor, 'decide on a disposal, nothing chosen', `${proposed}/dispose`, {});
  await see(supervisor, 'everything about a person', '/retention/find-person');
  await err(supervisor, 'everything about a person, nothing entered', '/retention/find-person', {});
  const fields = { name: 'Robin', 'born-day': '', 'born-month': '', 'born-year': '', phone: '', address: '' };
  visits.push({
    ...(await supervisor.post('/retention/find-person', { ...fields, then: 'find' })),
    name: 'everything about a person, found',
  });
  await see(await portal.signedIn(people.administrator), 'rules of retention', '/administration/retention');
}
