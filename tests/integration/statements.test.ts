import { afterAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import type { Answer, Client, Fields } from '#tests/factories/client.ts';
import { countStatements } from '#tests/factories/count-statements.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { formOf, sendForm } from '#tests/factories/forms.ts';
import { addGradedItem, grade, sanitised } from '#tests/factories/officer-work.ts';
import { addPeople, people, type Person } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeThing } from '#tests/factories/things.ts';

// A session is touched once a minute, and names are held for one: time stands still, so that neither falls into a count.
const portal = await openTestPortal({ realTime: fixedClock(new Date()) });
await addPeople(portal.db);
const statements = await countStatements(portal.database.pool);

const browsers = new Map<string, Promise<Client>>();

function browserOf(who: Person): Client | Promise<Client> {
  const email = people[who];
  if (email === null) return portal.client();
  const browser = browsers.get(email) ?? portal.signedIn(email);
  browsers.set(email, browser);
  return browser;
}

const officer = await browserOf('officer');
const sent = await makeThing(portal, 'asked dissemination');
const asked = await makeThing(portal, 'asked report');
const answered = await makeThing(portal, 'answered report');
const high = await makeThing(portal, 'High report');
const victim = await makeThing(portal, 'contact plan');
const recorded = await makeThing(portal, 'FIB record');
const letOut = await makeThing(portal, 'let out');
const draft = await makeThing(portal, 'own draft');
const task = await makeThing(portal, 'FIB task');
const vehicle = await makeThing(portal, 'entity');
const sentVehicle = await makeThing(portal, 'sent entity');
const { organisationId } = await makeThing(portal, 'organisation');
const { accountId } = await makeThing(portal, 'account');
const { areaId } = await makeThing(portal, 'own area');
const looked = await makeThing(portal, 'search');
const nextPlan = await makeThing(portal, 'draft item');
const firstPlan = await makeThing(portal, 'first plan');
const { eventId } = await makeThing(portal, 'event');
const edition = await makeThing(portal, 'plan edition');

// A report with what officers make of it, more than one of a kind, so that a statement for each of them shows.
const report = `/submissions/${sent.submissionId}`;
const coded = await addGradedItem(officer, sent.submissionId ?? '', {
  handling: 'C',
  actionCode: 'A1',
  sanitisationCode: 'S1',
});
await sendForm(officer, `/items/${coded}/sanitise`, { text: sanitised });
for (const text of ['Asked the council.', 'The council answered.'])
  await sendForm(officer, `${report}/notes/new`, { text });
for (const reference of ['NRM 1', 'NRM 2'])
  await sendForm(officer, `${report}/records/add/nrm`, { reference, status: 'referred' });

/**
 * The most statements that a page may send. A question 1, a queue 8, an item 16, a submission 10 and the lead’s figures 8
 * are set (docs/decisions/0052); any other page may not grow beyond what it sends today, or says so here.
 */
const pages: readonly (readonly [budget: number, who: Person, address: string])[] = [
  [0, 'nobody', '/sign-in'],
  [0, 'nobody', '/help'],
  [6, 'reporter', '/reports'],
  [2, 'reporter', `/reports/drafts/${draft.draftId}`],
  [1, 'reporter', `/reports/drafts/${draft.draftId}/pages/information`],
  [1, 'reporter', `/reports/drafts/${draft.draftId}/lists/vehicles`],
  [1, 'reporter', `/reports/drafts/${draft.draftId}/lists/vehicles/${draft.itemId}`],
  [4, 'reporter', `/reports/drafts/${draft.draftId}/files`],
  // Among them which places lie outside the force.
  [6, 'reporter', `/reports/drafts/${draft.draftId}/check`],
  [2, 'reporter', '/account'],
  [10, 'reporter', `/reports/${sent.submissionId}`],
  [10, 'reporter', `/reports/${asked.submissionId}/reply`],
  [4, 'reporter', `/reports/${answered.submissionId}/answer`],
  [10, 'lead', '/organisation'],
  [4, 'officer', '/'],
  [7, 'supervisor', '/'],
  [4, 'spocBE', '/'],
  // Danger and who fell silent; reporting, what came of it and how fast; the plan: each its own statement.
  [7, 'areaLead', '/'],
  [6, 'mdsLead', '/'],
  [1, 'auditor', '/'],
  [2, 'administrator', '/'],
  [8, 'officer', '/queues/fib'],
  [8, 'spocBE', '/queues/spoc-be'],
  [3, 'officer', '/queues/mine'],
  [4, 'officer', '/queues/handover'],
  [3, 'supervisor', '/queues/away'],
  [8, 'officer', '/queues/urgent'],
  [2, 'officer', '/queues/news'],
  [2, 'spocBE', '/queues/news'],
  [4, 'spocBE', '/queues/contacts'],
  [3, 'mdsLead', '/high'],
  [7, 'officer', report],
  [6, 'officer', `/submissions/${asked.submissionId}`],
  [5, 'officer', `/submissions/${high.submissionId}`],
  [5, 'officer', `/submissions/${recorded.submissionId}`],
  [5, 'spocBE', `/submissions/${victim.submissionId}`],
  [5, 'areaLead', `/submissions/${high.submissionId}`],
  [5, 'officer', `/submissions/${recorded.submissionId}/actions/claim`],
  [7, 'officer', `${report}/actions/reroute`],
  [9, 'officer', `${report}/end`],
  [6, 'officer', `${report}/matches`],
  [3, 'officer', `${report}/reach`],
  [4, 'custodian', '/sources'],
  [3, 'supervisor', '/retention'],
  [5, 'supervisor', `/retention/${sent.submissionId}`],
  [4, 'administrator', '/administration/retention'],
  [4, 'officer', `${report}/links`],
  [5, 'supervisor', `${report}/seen`],
  [5, 'officer', `${report}/plan-links`],
  [4, 'officer', `${report}/records`],
  [4, 'officer', `${report}/export`],
  [4, 'spocBE', `/submissions/${victim.submissionId}/contact-plan`],
  [16, 'officer', `/items/${sent.itemId}`],
  [16, 'officer', `/items/${coded}`],
  [9, 'officer', `/items/${coded}/history`],
  [8, 'officer', `/items/${coded}/report`],
  [8, 'officer', `${report}/report`],
  [6, 'spocBE', `/disseminations/${sent.disseminationId}/report`],
  [7, 'officer', `/items/${coded}/void`],
  [9, 'officer', `/items/${coded}/sanitise`],
  [9, 'supervisor', `/items/${coded}/approve`],
  [9, 'officer', `/items/${coded}/disseminate`],
  [5, 'supervisor', '/approvals'],
  [4, 'officer', '/disseminations'],
  [6, 'officer', `/disseminations/${letOut.disseminationId}`],
  [5, 'officer', `/disseminations/${letOut.disseminationId}/sheet`],
  [7, 'spocBE', `/disseminations/${sent.disseminationId}`],
  [3, 'mdsLead', '/significant'],
  [5, 'officer', `/entities/${vehicle.entityId}`],
  [4, 'spocBE', `/entities/${sentVehicle.entityId}`],
  [2, 'officer', '/search'],
  [6, 'officer', `/search/${looked.searchId}/plan?pick=${sent.submissionId}`],
  [8, 'officer', '/tasks'],
  [8, 'officer', `/tasks/${task.taskId}`],
  [8, 'mdsLead', '/plan'],
  [16, 'mdsLead', '/plan/PCC%201.4.1'],
  [2, 'mdsLead', '/plans'],
  [7, 'mdsLead', `/plans/${nextPlan.planId}`],
  [4, 'mdsLead', `/plans/${nextPlan.planId}/items/${nextPlan.planItemId}`],
  [7, 'mdsLead', `/plans/${nextPlan.planId}/publish`],
  [3, 'mdsLead', `/plans/${firstPlan.planId}/editions`],
  [7, 'mdsLead', `/plans/${firstPlan.planId}/editions/new`],
  [6, 'mdsLead', `/plans/${firstPlan.planId}/withhold?item=Prepare%201`],
  [3, 'mdsLead', `/plans/${firstPlan.planId}/editions/${edition.editionId}`],
  [4, 'mdsLead', '/plans/relink'],
  [2, 'mdsLead', '/plans/events'],
  [8, 'mdsLead', '/reporting'],
  // What fell silent: partners, and communities that the rules list.
  [9, 'mdsLead', '/reporting/course'],
  [3, 'officer', '/reporting/repeats'],
  [9, 'mdsLead', `/reporting/events/${eventId}`],
  [5, 'mdsLead', '/reporting/cross'],
  [6, 'mdsLead', '/reporting/questions'],
  [8, 'mdsLead', '/reporting/file?report=volumes&as=ods'],
  [9, 'mdsLead', '/reporting/file?report=course&as=ods'],
  [5, 'mdsLead', '/reporting/file?report=cross&as=csv'],
  [6, 'mdsLead', '/reporting/file?report=questions&as=ods'],
  [4, 'supervisor', '/reporting/measures/received'],
  [4, 'mdsLead', '/reporting/published'],
  [4, 'mdsLead', '/reporting/published/file?as=ods'],
  [4, 'areaLead', `/reporting/areas/${areaId}`],
  [4, 'areaLead', `/reporting/areas/${areaId}/file?as=ods`],
  [2, 'officer', '/products'],
  [10, 'mdsLead', '/products/quarterly'],
  [4, 'contributor', '/products/profile'],
  [3, 'officer', '/products/patterns'],
  [5, 'officer', '/products/places'],
  [6, 'contributor', '/products/procedure'],
  [1, 'reporter', '/help/what-happens-next'],
  [6, 'spocBE', `/products/daily/${areaId}`],
  [4, 'supervisor', '/duty'],
  [8, 'supervisor', '/routing'],
  [2, 'administrator', '/administration/organisations'],
  [2, 'administrator', `/administration/organisations/${organisationId}`],
  [2, 'administrator', `/administration/organisations/${organisationId}/contacts`],
  [3, 'administrator', '/administration/accounts'],
  [2, 'administrator', `/administration/accounts/${accountId}`],
  [2, 'administrator', `/administration/accounts/${accountId}/details`],
  [3, 'administrator', `/administration/accounts/${accountId}/roles`],
  // Requests for roles, and lost second factors.
  [3, 'administrator', '/administration/role-requests'],
  [3, 'administrator', '/administration/areas'],
  [4, 'administrator', '/administration/settings'],
  [5, 'administrator', '/administration/settings/clocks/high'],
  [6, 'administrator', '/administration/settings/clocks/pack'],
  [2, 'administrator', '/administration/form-versions'],
  [5, 'auditor', '/audit'],
  [5, 'auditor', '/audit/verification'],
];

const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const counted: string[] = [];

/** Holds one request to its budget, and keeps a line for the table. */
async function within(budget: number, what: string, request: () => Promise<Answer>): Promise<Answer> {
  const { statements: sent, result: answer } = await statements.during(request);
  counted.push(`${sent.length}`.padStart(4) + ` of ${budget}`.padEnd(8) + what.replaceAll(ids, '…'));
  expect(answer.status, what).toBeLessThan(400);
  expect(sent.length, `${what} sent:\n${sent.join('\n')}`).toBeLessThanOrEqual(budget);
  return answer;
}

afterAll(() => console.log(`Statements by page\n${counted.join('\n')}`));

describe('the statements of a page', () => {
  it.each(pages)('are at most %i: %s %s', async (budget, who, address) => {
    const browser = await browserOf(who);
    // What a first visit writes, and what is held in memory from then on, is none of the page's.
    await browser.get(address);
    await within(budget, `${who} ${address}`, () => browser.get(address));
  });
});

describe('the statements of a form', () => {
  /** Fills the form of a page and counts its sending. Gives where it led. */
  async function send(budget: number, who: Person, address: string, typed: Fields): Promise<string> {
    const browser = await browserOf(who);
    const { action, fields } = formOf((await browser.get(address)).text);
    const answer = await within(budget, `${who} sends ${address}`, () =>
      browser.post(action ?? address, { ...fields, ...typed }),
    );
    return answer.location ?? '';
  }

  it('are counted from a page of a report to its item', async () => {
    const path = `/reports/drafts/${draft.draftId}`;
    const { information, source, declaration } = minimalPosts;
    const colleague = { sourceKind: 'colleague', sourceName: 'Ana Pellworth', sourceContact: '' };
    await send(3, 'reporter', `${path}/pages/information`, { ...information, ...colleague });
    await send(5, 'reporter', `${path}/pages/source`, { ...source, ...colleague });
    const check = await send(11, 'reporter', `${path}/check`, declaration);
    const [submissionId = ''] = check.match(ids) ?? [];
    await send(7, 'officer', `/submissions/${submissionId}/actions/claim`, {});
    // Item, grade, text, acceptance, dissemination and answer: each step with its own rules.
    const page = `/submissions/${submissionId}?item=new`;
    // More than any other submission: the queues to which its item may go, and the texts for the answer.
    await within(7, `officer ${page}`, () => officer.get(page));
    await send(95, 'officer', page, {
      ...{ ...grade, text: sanitised, recipient: 'spoc-be', outcome: 'used', press: 'send' },
    });
    const results = await send(2, 'officer', '/search', { query: 'white van' });
    const browser = await browserOf('officer');
    await within(10, 'officer looks at the results', () => browser.get(results));
  });
});
