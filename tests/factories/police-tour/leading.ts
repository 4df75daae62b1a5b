import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

/** The duty roster, whole, with a gap, and its forms. */
export async function roster(portal: TestPortal, { see, err }: Album): Promise<void> {
  const supervisor = await portal.signedIn(people.supervisor);
  await see(await portal.signedIn(people.officer), 'duty roster, only to read', '/duty');
  const { entryId = '', absenceId = '' } = await makeThing(portal, 'coming duty');
  for (const path of ['/duty/new', '/duty/absences/new']) {
    await see(supervisor, path, path);
    await err(supervisor, `${path}, nothing entered`, path, {
      account: '',
      'from-day': '40',
      'from-time': 'soon',
    });
  }
  const { id } = await portal.db.account.findUniqueOrThrow({ where: { email: people.officer } });
  await sendForm(supervisor, '/duty/absences/new', {
    account: id,
    'to-day': '1',
    'to-month': '2',
    'to-year': '2030',
    'to-time': '9am',
  });
  await see(supervisor, 'to approve', '/approvals');
  await see(supervisor, 'texts to reuse, none', '/texts');
  await err(supervisor, 'texts to reuse, nothing entered', '/texts', {});
  const thanks = { of: 'used', name: 'Thanks, used', text: 'Thank you. It was of use.' };
  await sendForm(supervisor, '/texts', thanks);
  await sendForm(supervisor, '/texts', {
    of: 'question',
    name: 'Day',
    text: 'Which day was it, if you know?',
  });
  await see(supervisor, 'texts to reuse', '/texts');
  const texts = await portal.db.reusableText.findMany();
  await see(supervisor, 'text to reuse', `/texts/${texts[0]?.textId ?? ''}`);
  await see(supervisor, 'duty roster with a gap', '/duty');
  await see(supervisor, 'held by nobody who is away', '/queues/away');
  await see(supervisor, 'home of a supervisor with a gap in the roster', '/');
  await see(supervisor, 'a duty to take out', `/duty/${entryId}/end`);
  await see(supervisor, 'an absence to take back', `/duty/absences/${absenceId}/end`);
  await portal.db.dutyAbsence.deleteMany();
}

/** Plan, figures and trail. */
export async function leading(portal: TestPortal, { see, err }: Album): Promise<void> {
  const lead = await portal.signedIn(people.mdsLead);
  await see(lead, 'home of the MDS lead', '/');
  await see(lead, 'volumes', '/reporting');
  await see(lead, 'volumes, a year', '/reporting?from=2015-04&to=2016-01');
  await see(lead, 'what became of reports', '/reporting/course');
  await see(lead, 'how full reports are', '/reporting/questions');
  await see(await portal.signedIn(people.officer), 'what several reports name', '/reporting/repeats');
  await see(lead, 'two figures crossed', '/reporting/cross?by=nationality&across=area');
  await see(await portal.signedIn(people.supervisor), 'a figure', '/reporting/measures/received');
  await see(lead, 'published figures', '/reporting/published');
  const { areaId = '' } = await makeThing(portal, 'own area');
  await see(await portal.signedIn(people.areaLead), 'figures of an area', `/reporting/areas/${areaId}`);
  await see(lead, 'products of the MDS lead', '/products');
  await see(lead, 'quarterly report', '/products/quarterly');
  await see(lead, 'problem profile extract', '/products/profile');
  await see(lead, 'written procedure', '/products/procedure');
  await see(lead, 'what happens after a report', '/help/what-happens-next');
  const supervisor = await portal.signedIn(people.supervisor);
  for (const path of ['/products', '/products/patterns', '/products/places', `/products/daily/${areaId}`])
    await see(supervisor, path, path);
  await see(
    await portal.signedIn(people.areaLead),
    'daily list of an area lead',
    `/products/daily/${areaId}`,
  );
  await see(lead, 'an event', `/reporting/events/${(await makeThing(portal, 'event')).eventId ?? ''}`);
  await see(lead, 'plan', '/plan');
  await see(lead, 'plan item', '/plan/PCC%201.4.1');
  await err(lead, 'plan item, nothing entered', '/plan/PCC%201.4.1', { text: '', 'datedOn-day': '40' });
  await sendForm(lead, '/plan/PCC%201.4.1', { text: 'Twelve officers were trained.' });
  await see(lead, 'plan item with evidence', '/plan/PCC%201.4.1');
  await see(lead, 'status of a plan item', '/plan/PCC%201.4.1/status');
  await err(lead, 'status, nothing entered', '/plan/PCC%201.4.1/status', {});
  await sendForm(lead, '/plan/PCC%201.4.1/status', { status: 'at_risk', note: 'One centre has closed.' });
  await sendForm(lead, '/plan/PCC%201.4.1/status', { status: 'on_track', note: 'Two centres opened.' });
  await see(lead, 'owner of a plan item', '/plan/PCC%201.4.1/owner');
  await err(lead, 'owner, nobody known', '/plan/PCC%201.4.1/owner', { owner: 'x' });
  await see(lead, 'plan item with a status', '/plan/PCC%201.4.1');
  await see(lead, 'plan with a status', '/plan');
  await see(lead, 'add a task to the plan', '/plan/PCC%201.4.1/tasks/new');
  await err(lead, 'add a task, nothing entered', '/plan/PCC%201.4.1/tasks/new', { text: '' });
  const { taskId = '' } = await makeThing(portal, 'plan task');
  await see(lead, 'tasks of the MDS lead', '/tasks');
  await see(await portal.signedIn(people.officer), 'tasks of everybody', '/tasks?view=everyone');
  await see(lead, 'task', `/tasks/${taskId}`);
  await err(lead, 'task, no result', `/tasks/${taskId}`, { result: '' });
  await err(lead, 'task, cancelled without a reason', `/tasks/${taskId}`, { intent: 'cancel' });
  await see(await portal.signedIn(people.areaLead), 'tasks on the plan', '/tasks?view=plan');
  await sendForm(lead, `/tasks/${taskId}`, { intent: 'done', result: 'They agreed.' });
  await see(lead, 'task, done', `/tasks/${taskId}`);
  await see(lead, 'tasks that have ended', '/tasks?view=ended');
  await see(await portal.signedIn(people.officer), 'plan item with its submissions', '/plan/PCC%201.4.1');
  await see(await portal.signedIn(people.spocCOV), 'plan item, no submission to read', '/plan/PCC%201.4.1');
  await see(await portal.signedIn(people.areaLead), 'plan item, a heading', '/plan/PCC%201.4');
  await see(lead, 'plan item, a theme', '/plan/Prepare');
  await see(lead, 'plan item, a gap', '/plan/Prepare%203-7');
  await plans(portal, { see, err });
  const auditor = await portal.signedIn(people.auditor);
  await see(auditor, 'home of an auditor', '/');
  await see(auditor, 'audit trail', '/audit');
  await see(
    auditor,
    'audit trail, nothing found',
    '/audit?type=pack.loaded&to-day=1&to-month=1&to-year=2010',
  );
  await see(auditor, 'audit trail, which person', '/audit?person=fr');
  await see(
    auditor,
    'audit trail, errors',
    '/audit?person=nobody&reference=1&from-day=31&from-month=2&from-year=2016',
  );
  await see(auditor, 'seals of the audit trail', '/audit/verification');
  await see(auditor, 'seals of the audit trail, errors', '/audit/verification?seal=x&head=y');
  await see(await portal.signedIn(people.custodian), 'home of a custodian', '/');
}

/** The first plan, the next one from its first draft until it is published, and the events of charts. */
async function plans(portal: TestPortal, { see, err }: Pick<Album, 'see' | 'err'>): Promise<void> {
  const lead = await portal.signedIn(people.mdsLead);
  const first = await makeThing(portal, 'first plan');
  await see(lead, 'plans by year, one', '/plans');
  await see(lead, 'the first plan', `/plans/${first.planId}`);
  await see(lead, 'import a plan', '/plans/import');
  await err(lead, 'import a plan, no table', '/plans/import', { table: '' });
  await see(lead, 'make the next plan', '/plans/new');
  await err(lead, 'make the next plan, nothing entered', '/plans/new', { title: '', 'firstDay-day': '40' });
  const editions = `/plans/${first.planId}/editions`;
  const withhold = `/plans/${first.planId}/withhold`;
  await see(lead, 'public editions, none', editions);
  await see(lead, 'words withheld, none', withhold);
  await err(lead, 'withhold words, none quoted', `${withhold}?item=Prepare%201`, { intent: 'withhold' });
  await sendForm(lead, `${withhold}?item=Prepare%201`, {
    intent: 'withhold',
    words: 'Develop',
    exemption: 'law_enforcement',
  });
  await see(lead, 'withhold words of an item', `${withhold}?item=Prepare%201`);
  await see(lead, 'next public edition', `${editions}/new`);
  const { editionId = '' } = await makeThing(portal, 'plan edition');
  await see(lead, 'public editions', editions);
  await see(lead, 'public edition', `${editions}/${editionId}`);
  const { planId = '', planItemId = '' } = await makeThing(portal, 'draft item');
  const draft = `/plans/${planId}`;
  await see(lead, 'plans by year, a draft', '/plans');
  await see(lead, 'draft of a plan, all carried over', draft);
  await see(lead, 'title and period of a draft', `${draft}/details`);
  await err(lead, 'title and period, wrong', `${draft}/details`, { title: '', 'lastDay-year': '2001' });
  for (const kind of ['aim', 'theme']) {
    await see(lead, `add to a plan: ${kind}`, `${draft}/add/${kind}`);
    await err(lead, `add to a plan: ${kind}, nothing entered`, `${draft}/add/${kind}`, {});
  }
  await sendForm(lead, `${draft}/add/aim`, { number: '9.9', text: 'Make the next plan known.' });
  const { id: action } = await portal.db.planItem.findFirstOrThrow({ where: { planId, kind: 'action' } });
  await see(lead, 'change an action of a plan', `${draft}/items/${action}`);
  await err(lead, 'change an action, no such link', `${draft}/items/${action}`, { links: 'Nowhere 1' });
  await see(lead, 'change an activity of a plan', `${draft}/items/${planItemId}`);
  await sendForm(lead, `${draft}/items/${planItemId}`, { text: 'Say this otherwise.' });
  await see(lead, 'end an action of a plan', `${draft}/items/${action}/end`);
  await sendForm(lead, `${draft}/items/${action}/end`);
  await see(lead, 'draft of a plan, with each kind of change', draft);
  await see(lead, 'publish a plan', `${draft}/publish`);
  await sendForm(lead, `${draft}/publish`);
  await see(lead, 'plan to come', draft);
  await see(lead, 'plan to come, to read', `/plan?plan=${planId}`);
  await see(lead, 'plan item with other years', '/plan/PCC%201.4.1');
  await see(lead, 'plan item of a plan to come', `/plan/PCC%201.4.1?plan=${planId}`);
  await see(await portal.signedIn(people.officer), 'plans by year, only to read', '/plans');
  await see(lead, 'past submissions and changed rules', '/plans/relink');
  await see(lead, 'events', '/plans/events');
  await see(lead, 'add an event', '/plans/events/new');
  await err(lead, 'add an event, nothing entered', '/plans/events/new', {});
  await see(lead, 'change an event', `/plans/events/${(await makeThing(portal, 'event')).eventId}`);
}

/** The rules, a draft of them with a fault and without, its replay, and its decision. */
export async function routing(portal: TestPortal, { see, err }: Album): Promise<void> {
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
  await see(supervisor, 'replay', '/routing/draft/replay');
  await sendForm(supervisor, '/routing/draft/rules/danger/remove');
  await see(supervisor, 'draft with faults', '/routing/draft');
  await see(supervisor, 'withdraw the draft', '/routing/draft/withdraw');
  await makeThing(portal, 'other rules');
  await see(supervisor, 'routing rules, a draft waits', '/routing');
  await see(supervisor, 'decide', '/routing/draft/decide');
  await err(supervisor, 'decide, nothing selected', '/routing/draft/decide', {});
}
