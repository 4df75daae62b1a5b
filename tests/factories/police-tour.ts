import { addGradedItem, claim, sanitised } from './officer-work.ts';
import { sendForm } from './forms.ts';
import { people } from './people.ts';
import type { TestPortal } from './portal.ts';
import { makeThing } from './things.ts';
import { openAlbum, type Album, type Visit } from './visits.ts';

/** Every page that police meet, empty, filled and with errors. */
export async function policeTour(portal: TestPortal): Promise<Visit[]> {
  const album = openAlbum(portal);
  await queues(portal, album);
  await entering(portal, album);
  const dissemination = await assessment(portal, album);
  await receiving(portal, album, dissemination);
  await contact(portal, album);
  await roster(portal, album);
  await leading(portal, album);
  await routing(portal, album);
  await administering(portal, album);
  return album.visits;
}

const idOf = async (portal: TestPortal, thing: Parameters<typeof makeThing>[1]) =>
  (await makeThing(portal, thing)).submissionId ?? '';

async function queues(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
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
  await see(officer, 'saved views', '/queues/fib/views?done=view-saved');
  await see(officer, 'queue of FIB with a saved view', `/queues/fib?${narrowed}`);
  const several = [...first.text.matchAll(/name="pick"[^>]*value="([^"]+)"/g)].map(([, pick = '']) => pick);
  const picked = several.slice(0, 2).map((pick) => `&pick=${pick}`);
  for (const action of ['claim', 'release', 'reroute'])
    await see(officer, `several: ${action}`, `/queues/fib/bulk?do=${action}${picked.join('')}`);
  await see(officer, 'several, nothing selected', '/queues/fib/bulk?do=claim');
  await err(officer, 'several, moved nowhere', `/queues/fib/bulk?do=reroute${picked.join('')}`, {
    comment: '',
  });
  visits.push({
    ...(await officer.post('/queues/fib/bulk?do=claim', {
      do: 'claim',
      picks: `${several[0] ?? ''} 00000000-0000-4000-8000-000000000000.1`,
    })),
    name: 'several, one done and one not',
  });
  await see(officer, 'urgent', '/queues/urgent');
  await see(areaLead, 'queue of an area lead', '/queues/spoc-be');
  await see(officer, 'no such queue', '/queues/none', 404);
}

/** A report that an officer enters for a partner who telephoned. */
async function entering(portal: TestPortal, { see, err }: Album): Promise<void> {
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
  await err(officer, 'page of an entered report, emptied', `${draft}/pages/information`, { whatIsKnown: '' });
  await err(officer, 'check an entered report, not declared', `${draft}/check`, {});
  const { submissionId = '' } = await makeThing(portal, 'entered report');
  await see(officer, 'entered report, sent', `/reports/${submissionId}/sent`);
  await see(officer, 'submission that was entered', `/submissions/${submissionId}`);
}

/** From the first look to the answer. Gives the id of what was disseminated. */
async function assessment(portal: TestPortal, { see, err, visits }: Album): Promise<string> {
  const officer = await portal.signedIn(people.officer);
  const supervisor = await portal.signedIn(people.supervisor);
  const id = await idOf(portal, 'FIB report');
  const address = `/submissions/${id}`;
  await see(officer, 'submission, unclaimed', address);
  await see(officer, 'claim', `${address}/actions/claim`);
  await see(await portal.signedIn(people.areaLead), 'submission, status only', address);
  await claim(officer, id);
  await see(officer, 'submission, claimed', address);
  await see(officer, 'export', `${address}/export`);
  await err(officer, 'export, nothing entered', `${address}/export`, {});
  await see(supervisor, 'claimed by another', `${address}/actions/claim`, 409);
  for (const action of ['accept', 'ask_partner', 'reject', 'hand_over', 'reroute', 'release']) {
    await see(officer, action, `${address}/actions/${action}`);
    if (action !== 'release')
      await err(officer, `${action}, nothing entered`, `${address}/actions/${action}`, { comment: '' });
  }
  await err(officer, 'ask_partner, asks for more', `${address}/actions/ask_partner`, {
    comment: 'Please find out who drives the van.',
  });
  visits.push({
    ...(await officer.post(`${address}/actions/release`, { version: '0' })),
    name: 'an action on an old version',
  });
  await see(
    officer,
    'no item without a claim',
    `/submissions/${await idOf(portal, 'FIB report')}/items/new`,
    403,
  );
  await see(officer, 'new item', `${address}/items/new`);
  await err(officer, 'new item, nothing entered', `${address}/items/new`, {});
  await see(officer, 'matches', `${address}/matches`);
  await see(officer, 'links', `${address}/links`);
  await err(officer, 'links, nothing entered', `${address}/links`, {});
  await see(officer, 'search', '/search');
  await err(officer, 'search, nothing entered', '/search', {});
  await err(officer, 'search, nothing found', '/search', { query: 'zzyzzyx' }, 200);
  await err(officer, 'search, results', '/search', { query: 'white van' }, 200);
  await see(officer, 'plan links', `${address}/plan-links`);
  await err(officer, 'plan links, nothing entered', `${address}/plan-links`, {});
  await records(officer, address, { see, err });
  const itemId = await addGradedItem(officer, id, {
    handling: 'C',
    actionCode: 'A1',
    sanitisationCode: 'S1',
  });
  await see(officer, 'grade', `/items/${itemId}`);
  await err(officer, 'grade, wrong', `/items/${itemId}`, {
    source: '3',
    assessment: 'X',
    handling: 'C',
    actionCode: '',
    mopiGroup: '9',
    'reviewOn-day': '40',
  });
  await see(officer, 'sanitise', `/items/${itemId}/sanitise`);
  await err(officer, 'sanitise, nothing entered', `/items/${itemId}/sanitise`, { text: '' });
  await err(officer, 'sanitise, warnings', `/items/${itemId}/sanitise`, {
    text: 'I, Robin Example, was told by my brother. Call 07700 900123.',
  });
  await see(officer, 'disseminate, no text yet', `/items/${itemId}/disseminate`);
  await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
  await sendForm(officer, `${address}/actions/accept`);
  await see(officer, 'submission, accepted', address);
  await see(officer, 'disseminate, to be approved', `/items/${itemId}/disseminate`);
  await err(
    officer,
    'disseminate, not approved',
    `/items/${itemId}/disseminate`,
    { recipient: 'spoc-be' },
    409,
  );
  await see(supervisor, 'approve', `/items/${itemId}/approve`);
  await err(supervisor, 'approve, not confirmed', `/items/${itemId}/approve`, {});
  await sendForm(supervisor, `/items/${itemId}/approve`, { confirmed: 'yes' });
  await err(officer, 'disseminate, nobody selected', `/items/${itemId}/disseminate`, { recipient: '' });
  await err(officer, 'disseminate, warnings', `/items/${itemId}/disseminate`, {
    recipient: 'spoc-be',
    conditions: 'Call Robin Example on 01632 960001.',
  });
  await sendForm(officer, `/items/${itemId}/disseminate`, {
    recipient: 'spoc-be',
    conditions: 'Do not act before a call.',
  });
  await see(officer, 'submission, disseminated', `${address}?done=disseminated`);
  await see(officer, 'answer and close', `${address}/actions/answer_and_close`);
  await err(officer, 'answer and close, nothing entered', `${address}/actions/answer_and_close`, {});
  await sendForm(officer, `${address}/actions/answer_and_close`, { outcome: 'used' });
  await see(officer, 'submission, closed', address);
  await see(officer, 'no such submission', '/submissions/00000000-0000-4000-8000-000000000000', 404);
  return (await portal.db.dissemination.findFirstOrThrow({ where: { itemId } })).id;
}

/** The records elsewhere of a submission. */
async function records(
  officer: Awaited<ReturnType<TestPortal['signedIn']>>,
  address: string,
  { see, err }: Pick<Album, 'see' | 'err'>,
): Promise<void> {
  await see(officer, 'records, none', `${address}/records`);
  await err(officer, 'records, nothing given', `${address}/records`, {}, 409);
  for (const kind of ['crime', 'nrm', 'safeguarding']) {
    await see(officer, `add a record: ${kind}`, `${address}/records/add/${kind}`);
    await err(officer, `add a record: ${kind}, nothing entered`, `${address}/records/add/${kind}`, {});
  }
  await sendForm(officer, `${address}/records/add/nrm`, { reference: 'NRM 1', status: 'referred' });
  const page = await see(officer, 'records', `${address}/records?done=record-added`);
  const link = /href="([^"]+\/records\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
  await see(officer, 'a record', link);
  await err(officer, 'a record, removed without a reason', link, { intent: 'remove' });
  await sendForm(officer, link, { intent: 'remove', reason: 'Another house.' });
  await see(officer, 'a record, removed', link);
  await see(officer, 'records, one removed', `${address}/records`);
}

/** A victim's report without a plan, its plan, and a contact. */
async function contact(portal: TestPortal, { see, err }: Album): Promise<void> {
  const spoc = await portal.signedIn(people.spocBE);
  await see(spoc, 'contacts due, none', '/queues/contacts');
  const address = `/submissions/${await idOf(portal, 'BE report')}`;
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
  const due = { 'nextOn-day': '1', 'nextOn-month': '1', 'nextOn-year': '2100' };
  await sendForm(spoc, `${address}/contact-plan/write`, { ...plan, ...due });
  await err(spoc, 'contact, nothing entered', `${address}/contact-plan`, { result: '' });
  await sendForm(spoc, `${address}/contact-plan/write`, { ...plan, ...due, never: 'No marked car.' });
  await see(spoc, 'contact plan', `${address}/contact-plan?done=plan-written`);
  await see(spoc, 'submission of a victim with a plan', address);
  await portal.db.contactDue.updateMany({ data: { nextOn: new Date(0) } });
  await see(spoc, 'contacts due', '/queues/contacts');
  await see(spoc, 'home of a SPOC with an overdue contact', '/');
}

async function receiving(portal: TestPortal, { see, err }: Album, disseminationId: string): Promise<void> {
  const spoc = await portal.signedIn(people.spocBE);
  await see(spoc, 'home of a SPOC', '/');
  await see(spoc, 'disseminated to us', '/queues/spoc-be?view=disseminated-to-us');
  await see(spoc, 'dissemination', `/disseminations/${disseminationId}`);
  await sendForm(spoc, `/disseminations/${disseminationId}`);
  await see(spoc, 'dissemination, acknowledged', `/disseminations/${disseminationId}?done=acknowledged`);
  const officer = await portal.signedIn(people.officer);
  await see(officer, 'recall', `/disseminations/${disseminationId}/recall`);
  await err(officer, 'recall, no reason', `/disseminations/${disseminationId}/recall`, { reason: '' });
  await sendForm(officer, `/disseminations/${disseminationId}/recall`, {
    reason: 'It was about another house.',
  });
  await see(officer, 'dissemination, recalled', `/disseminations/${disseminationId}?done=recalled`);
  await see(spoc, 'dissemination, recalled, as its recipient', `/disseminations/${disseminationId}`);
  await see(spoc, 'disseminated to us, recalled', '/queues/spoc-be?view=disseminated-to-us');
}

/** The duty roster, whole, with a gap, and its forms. */
async function roster(portal: TestPortal, { see, err }: Album): Promise<void> {
  const supervisor = await portal.signedIn(people.supervisor);
  await see(await portal.signedIn(people.officer), 'duty roster, only to read', '/duty');
  const { entryId = '', absenceId = '' } = await makeThing(portal, 'coming duty');
  for (const path of ['/duty/new', '/duty/absences/new']) {
    await see(supervisor, path, path);
    await err(supervisor, `${path}, nothing entered`, path, {
      account: '',
      'from-day': '40',
      fromTime: 'soon',
    });
  }
  const { id } = await portal.db.account.findUniqueOrThrow({ where: { email: people.officer } });
  await sendForm(supervisor, '/duty/absences/new', {
    account: id,
    'to-day': '1',
    'to-month': '2',
    'to-year': '2030',
    toTime: '9am',
  });
  await see(supervisor, 'duty roster with a gap', '/duty?done=absence-recorded');
  await see(supervisor, 'home of a supervisor with a gap in the roster', '/');
  await see(supervisor, 'a duty to take out', `/duty/${entryId}/end`);
  await see(supervisor, 'an absence to take back', `/duty/absences/${absenceId}/end`);
  await portal.db.dutyAbsence.deleteMany();
}

/** Plan, figures and trail. */
async function leading(portal: TestPortal, { see, err }: Album): Promise<void> {
  const lead = await portal.signedIn(people.mdsLead);
  await see(lead, 'home of the MDS lead', '/');
  await see(lead, 'volumes', '/reporting');
  await see(lead, 'volumes, a year', '/reporting?from=2015-04&to=2016-01');
  await see(lead, 'published figures', '/reporting/published');
  await see(lead, 'an event', `/reporting/events/${(await makeThing(portal, 'event')).eventId ?? ''}`);
  await see(lead, 'plan', '/plan');
  await see(lead, 'plan item', '/plan/PCC%201.4.1');
  await err(lead, 'plan item, nothing entered', '/plan/PCC%201.4.1', { text: '', 'datedOn-day': '40' });
  await sendForm(lead, '/plan/PCC%201.4.1', { text: 'Twelve officers were trained.' });
  await see(lead, 'plan item with evidence', '/plan/PCC%201.4.1?added=yes');
  await see(lead, 'status of a plan item', '/plan/PCC%201.4.1/status');
  await err(lead, 'status, nothing entered', '/plan/PCC%201.4.1/status', {});
  await sendForm(lead, '/plan/PCC%201.4.1/status', { status: 'at_risk', note: 'One centre has closed.' });
  await sendForm(lead, '/plan/PCC%201.4.1/status', { status: 'on_track', note: 'Two centres opened.' });
  await see(lead, 'owner of a plan item', '/plan/PCC%201.4.1/owner');
  await err(lead, 'owner, nobody known', '/plan/PCC%201.4.1/owner', { owner: 'x' });
  await see(lead, 'plan item with a status', '/plan/PCC%201.4.1?done=status-set');
  await see(lead, 'plan with a status', '/plan');
  await see(lead, 'add a task to the plan', '/plan/PCC%201.4.1/tasks/new');
  await err(lead, 'add a task, nothing entered', '/plan/PCC%201.4.1/tasks/new', { text: '' });
  const { taskId = '' } = await makeThing(portal, 'plan task');
  await see(lead, 'tasks of the MDS lead', '/tasks');
  await see(lead, 'task', `/tasks/${taskId}`);
  await err(lead, 'task, no result', `/tasks/${taskId}`, { result: '' });
  await err(lead, 'task, cancelled without a reason', `/tasks/${taskId}`, { intent: 'cancel' });
  await see(await portal.signedIn(people.areaLead), 'tasks on the plan', '/tasks?view=plan');
  await sendForm(lead, `/tasks/${taskId}`, { intent: 'done', result: 'They agreed.' });
  await see(lead, 'task, done', `/tasks/${taskId}?done=task-done`);
  await see(lead, 'tasks that have ended', '/tasks?view=ended');
  await see(await portal.signedIn(people.officer), 'plan item with its submissions', '/plan/PCC%201.4.1');
  await see(await portal.signedIn(people.spocCOV), 'plan item, no submission to read', '/plan/PCC%201.4.1');
  await see(await portal.signedIn(people.areaLead), 'plan item with published figures', '/plan/PCC%201.4.1');
  await see(await portal.signedIn(people.areaLead), 'plan item, a heading', '/plan/PCC%201.4');
  await see(lead, 'plan item, a theme', '/plan/Prepare');
  await see(lead, 'plan item, a gap', '/plan/Prepare%203-7');
  const auditor = await portal.signedIn(people.auditor);
  await see(auditor, 'home of an auditor', '/');
  await see(auditor, 'audit trail', '/audit');
  await see(await portal.signedIn(people.custodian), 'home of a custodian', '/');
}

/** The rules, a draft of them with a fault and without, its replay, and its decision. */
async function routing(portal: TestPortal, { see, err }: Album): Promise<void> {
  const supervisor = await portal.signedIn(people.supervisor);
  await see(await portal.signedIn(people.officer), 'routing rules, only to read', '/routing');
  await see(supervisor, 'routing rules', '/routing');
  await makeThing(portal, 'own rules');
  await see(supervisor, 'routing rules, a draft is open', '/routing');
  await see(supervisor, 'draft of rules', '/routing/draft');
  await see(supervisor, 'new rule', '/routing/draft/new-rule');
  await err(supervisor, 'new rule, nothing entered', '/routing/draft/new-rule', {});
  await see(supervisor, 'rule with a deep condition', '/routing/draft/rules/no-place');
  await see(supervisor, 'the last rule', '/routing/draft/rules/everything-else');
  await err(supervisor, 'rule, wrong', '/routing/draft/rules/many-people', {
    name: '',
    'fact-languages': 'Klingon',
    'fact-largestPeopleEstimate': '0',
    reason: '{source}',
  });
  await see(supervisor, 'remove a rule', '/routing/draft/rules/danger/remove');
  await sendForm(supervisor, '/routing/draft/rules/web-form/remove');
  await see(supervisor, 'replay, not run', '/routing/draft/replay');
  await err(supervisor, 'replay, nothing selected', '/routing/draft/replay', { last: '' });
  await sendForm(supervisor, '/routing/draft/replay', { last: '100' });
  await see(supervisor, 'replay', '/routing/draft/replay?done=replayed');
  await sendForm(supervisor, '/routing/draft/rules/danger/remove');
  await see(supervisor, 'draft with faults', '/routing/draft?done=removed');
  await see(supervisor, 'withdraw the draft', '/routing/draft/withdraw');
  await makeThing(portal, 'other rules');
  await see(supervisor, 'routing rules, a draft waits', '/routing');
  await see(supervisor, 'decide', '/routing/draft/decide');
  await err(supervisor, 'decide, nothing selected', '/routing/draft/decide', {});
}

async function administering(portal: TestPortal, { see, err }: Album): Promise<void> {
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
  for (const at of ['', '?at=people', '?at=links', '?at=signs'])
    await see(administrator, `a version of the form ${at}`, `/administration/form-versions/2/try${at}`);
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
