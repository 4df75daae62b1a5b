import type { Client } from '../client.ts';
import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

/** A victim's report without a plan, its plan, and a contact. */
export async function contact(portal: TestPortal, { see, err }: Album): Promise<void> {
  const spoc = await portal.signedIn(people.spocBE);
  await see(spoc, 'contacts due, none', '/queues/contacts');
  const address = `/submissions/${(await makeThing(portal, 'BE report')).submissionId ?? ''}`;
  await see(spoc, 'submission of a victim without a plan', address);
  await see(spoc, 'contact plan, none', `${address}/contact-plan`);
  await see(spoc, 'write a contact plan', `${address}/contact-plan/write`);
  await err(spoc, 'write a contact plan, nothing entered', `${address}/contact-plan/write`, {});
  const plan = {
    who: 'One officer in plain clothes.',
    how: 'At the centre.',
    interpreter: 'needed',
    language: 'Romanian',
    safeTimes: 'Before noon.',
    never: 'No uniform.',
  };
  const due = { 'nextOn-day': '1', 'nextOn-month': '1', 'nextOn-year': '2017' };
  await sendForm(spoc, `${address}/contact-plan/write`, { ...plan, ...due });
  await err(spoc, 'contact, nothing entered', `${address}/contact-plan`, { result: '' });
  await sendForm(spoc, `${address}/contact-plan/write`, { ...plan, ...due, never: 'No marked car.' });
  await see(spoc, 'contact plan', `${address}/contact-plan`);
  await see(spoc, 'submission of a victim with a plan', address);
  await portal.db.contactDue.updateMany({ data: { nextOn: new Date(0) } });
  await see(spoc, 'contacts due', '/queues/contacts');
  await see(spoc, 'home of a SPOC with an overdue contact', '/');
}

export async function receiving(
  portal: TestPortal,
  { see, err }: Album,
  disseminationId: string,
): Promise<void> {
  const spoc = await portal.signedIn(people.spocBE);
  await see(spoc, 'home of a SPOC', '/');
  await see(spoc, 'disseminated to us', '/queues/spoc-be?view=disseminated-to-us');
  await see(spoc, 'dissemination', `/disseminations/${disseminationId}`);
  await sendForm(spoc, `/disseminations/${disseminationId}`);
  await see(spoc, 'dissemination, acknowledged', `/disseminations/${disseminationId}`);
  const officer = await portal.signedIn(people.officer);
  await answering({ see, err }, spoc, officer, `/disseminations/${disseminationId}`);
  await see(officer, 'recall', `/disseminations/${disseminationId}/recall`);
  await err(officer, 'recall, no reason', `/disseminations/${disseminationId}/recall`, { reason: '' });
  await sendForm(officer, `/disseminations/${disseminationId}/recall`, {
    reason: 'It was about another house.',
  });
  await see(officer, 'dissemination, recalled', `/disseminations/${disseminationId}`);
  await see(spoc, 'dissemination, recalled, as its recipient', `/disseminations/${disseminationId}`);
  await see(spoc, 'disseminated to us, recalled', '/queues/spoc-be?view=disseminated-to-us');
}

/** What came of it, a question and its reply, and a task of the recipients. */
async function answering(
  { see, err }: Pick<Album, 'see' | 'err'>,
  spoc: Client,
  officer: Client,
  sent: string,
): Promise<void> {
  await see(spoc, 'say what came of it', `${sent}/answer`);
  await err(spoc, 'say what came of it, nothing entered', `${sent}/answer`, {});
  const came = { results: ['nrm', 'arrests'], arrests: '2', referralReference: 'NRM 0815' };
  const day = { 'resultsOn-day': '18', 'resultsOn-month': '1', 'resultsOn-year': '2016' };
  await sendForm(spoc, `${sent}/answer`, {
    result: 'acted',
    text: 'Two officers went there.',
    ...came,
    ...day,
  });
  const told = await see(spoc, 'dissemination, with what came of it', sent);
  const link = /href="([^"]+\/results\/[0-9a-f-]{36})"/.exec(told.text)?.[1] ?? '';
  await see(spoc, 'what came of it, to correct', link);
  await err(spoc, 'what came of it, emptied', link, { intent: 'change', people: '', reference: '' });
  await see(officer, 'dissemination, answered', sent);
  await sendForm(spoc, `${sent}/answer`, { result: 'question', text: 'May we ask the landlord?' });
  await see(officer, 'home of an officer with answers to read', '/');
  await see(officer, 'sent and not finished: answers', '/disseminations?view=answers');
  await see(officer, 'dissemination, asked', sent);
  await see(officer, 'reply to the recipients', `${sent}/reply`);
  await err(officer, 'reply to the recipients, nothing entered', `${sent}/reply`, {});
  await err(officer, 'reply to the recipients, warnings', `${sent}/reply`, {
    text: 'Call Robin Example on 01632 960001.',
  });
  await sendForm(officer, `${sent}/reply`, { text: 'Not before Friday.' });
  await see(spoc, 'new task of a dissemination', `${sent}/tasks/new`);
  await err(spoc, 'new task of a dissemination, nothing entered', `${sent}/tasks/new`, {});
  const due = { 'dueOn-day': '25', 'dueOn-month': '1', 'dueOn-year': '2016' };
  await sendForm(spoc, `${sent}/tasks/new`, { text: 'Look at the street.', owner: 'queue:spoc-be', ...due });
  await see(spoc, 'dissemination, replied to, with a task', sent);
  await see(spoc, 'tasks of a queue that was sent an item', '/tasks?view=shared');
  await sendForm(spoc, `${sent}/answer`, { result: 'nothing_further', text: 'Nobody lives there now.' });
  await see(officer, 'dissemination, answered again', sent);
}
