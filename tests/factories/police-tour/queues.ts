import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

export async function queues(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
  const [officer, spoc, areaLead] = [
    await portal.signedIn(people.officer),
    await portal.signedIn(people.spocCOV),
    await portal.signedIn(people.areaLead),
  ];
  await see(spoc, 'an empty queue', '/queues/spoc-cov');
  visits.push({ ...(await spoc.post('/queues/spoc-cov')), name: 'nothing to take' });
  for (const thing of [
    'FIB report',
    'BE report',
    'restricted report',
    'High report',
    'claimed report',
    'asked report',
  ] as const)
    await makeThing(portal, thing);
  await see(officer, 'home of an officer', '/');
  const first = await see(officer, 'queue of FIB', '/queues/fib');
  const views = [...first.text.matchAll(/href="\/queues\/fib\?view=([a-z-]+)"/g)].map(
    ([, view = '']) => view,
  );
  for (const view of new Set(views)) await see(officer, `queue of FIB: ${view}`, `/queues/fib?view=${view}`);
  const narrowed = 'view=unassigned&area=BE&channel=web&age=under-1&sort=due';
  await see(officer, 'queue of FIB, narrowed', `/queues/fib?${narrowed}&since=2016-01-18T08:00:00.000Z`);
  await see(officer, 'queue of FIB, narrowed to nothing', '/queues/fib?view=unassigned&type=organ_removal');
  await see(officer, 'saved views, none', `/queues/fib/views?${narrowed}`);
  await err(officer, 'saved views, no name', `/queues/fib/views?${narrowed}`, { name: '' });
  await sendForm(officer, `/queues/fib/views?${narrowed}`, { name: 'East, due next' });
  await see(officer, 'saved views', '/queues/fib/views');
  await see(officer, 'queue of FIB with a saved view', `/queues/fib?${narrowed}`);
  const several = [...first.text.matchAll(/name="pick"[^>]*value="([^"]+)"/g)].map(([, pick = '']) => pick);
  const picked = several.slice(0, 2).map((pick) => `&pick=${pick}`);
  for (const action of ['claim', 'release', 'reroute', 'duplicate', 'relate', 'task', 'plan'])
    await see(officer, `several: ${action}`, `/queues/fib/bulk?do=${action}${picked.join('')}`);
  await see(officer, 'several, nothing selected', '/queues/fib/bulk?do=claim');
  await err(officer, 'several, moved nowhere', `/queues/fib/bulk?do=reroute${picked.join('')}`, {
    comment: '',
  });
  for (const action of ['relate', 'task', 'plan'])
    await err(
      officer,
      `several: ${action}, nothing entered`,
      `/queues/fib/bulk?do=${action}${picked.join('')}`,
      {
        comment: '',
      },
    );
  await see(officer, 'postcode', '/queues/postcode');
  await err(officer, 'postcode, nothing entered', '/queues/postcode', { postcode: '' });
  visits.push({ ...(await officer.post('/queues/postcode', { postcode: 'B5' })), name: 'postcode, found' });
  visits.push({
    ...(await officer.post('/queues/fib/bulk?do=claim', {
      do: 'claim',
      picks: `${several[0] ?? ''} 00000000-0000-4000-8000-000000000000.1`,
    })),
    name: 'several, one done and one not',
  });
  await see(officer, 'urgent', '/queues/urgent');
  await see(officer, 'everything that one holds', '/queues/mine');
  await see(officer, 'handover of a shift', '/queues/handover');
  await see(areaLead, 'queue of an area lead', '/queues/spoc-be');
  const supervisor = await portal.signedIn(people.supervisor);
  await see(supervisor, 'queues of a supervisor', '/queues');
  const other = await see(supervisor, 'queue of an area, to a supervisor', '/queues/spoc-be?view=unassigned');
  const [, reports = ''] = /href="(\/submissions\/[^"]+)"/.exec(other.text) ?? [];
  await see(supervisor, 'submission of an area, to a supervisor', reports.replaceAll('&amp;', '&'));
  await see(officer, 'how triage works', '/help/triage');
  await see(officer, 'keys', '/help/keyboard');
  await err(officer, 'keys, nothing selected', '/help/keyboard', { keys: '' });
  await sendForm(officer, '/help/keyboard', { keys: 'on' });
  await see(officer, 'keys, on', '/help/keyboard');
  await see(officer, 'queue of FIB with keys', '/queues/fib');
  await see(officer, 'submission with keys', `/submissions/${several[0]?.split('.')[0] ?? ''}`);
  await see(officer, 'sound', '/help/sound');
  await err(officer, 'sound, nothing selected', '/help/sound', { sound: '' });
  await sendForm(officer, '/help/keyboard', { keys: 'off' });
  await see(officer, 'no such queue', '/queues/none', 404);
}

/** A report that an officer enters for a partner who telephoned. */
export async function entering(portal: TestPortal, { see, err }: Album): Promise<void> {
  const spoc = await portal.signedIn(people.spocBE);
  const start = '/submissions/new-for-partner';
  const { organisationId = '' } = await makeThing(portal, 'organisation');
  await see(spoc, 'enter a report', start);
  await err(spoc, 'enter a report, nothing selected', start, {});
  await see(spoc, 'who made the report', `${start}/${organisationId}`);
  await err(spoc, 'who made the report, nothing selected', `${start}/${organisationId}`, {});
  const officer = await portal.signedIn(people.officer);
  const { draftId = '', sectionId = '', itemId = '' } = await makeThing(portal, 'entered draft');
  const draft = `/reports/drafts/${draftId}`;
  await see(officer, 'enter a report, one is not sent', start);
  for (const [name, path] of [
    ['task list of an entered report', ''],
    ['page of an entered report', '/pages/danger'],
    ['list of an entered report', `/lists/${sectionId}`],
    ['entry of an entered report', `/lists/${sectionId}/${itemId}`],
    ['remove an entry of an entered report', `/lists/${sectionId}/${itemId}/remove`],
    ['files of an entered report', '/files'],
    ['check an entered report', '/check'],
    ['delete an entered report', '/delete'],
  ] as const)
    await see(officer, name, `${draft}${path}`);
  await err(officer, 'check an entered report, not declared', `${draft}/check`, {});
  await err(officer, 'page of an entered report, emptied', `${draft}/pages/information`, { whatIsKnown: '' });
  const { submissionId = '' } = await makeThing(portal, 'entered report');
  await see(officer, 'entered report, sent', `/reports/${submissionId}/sent`);
  await see(officer, 'submission that was entered', `/submissions/${submissionId}`);
}
