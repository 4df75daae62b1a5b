import { addText } from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { keepSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { looksFor } from '../looks-for.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { askExport } from '#app/domain/connections/exports/ask-export.server.ts';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { answerDissemination } from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { sentTo } from '../items-in-hand.ts';
import type { Client } from '../client.ts';
import { makeCtx } from '../ctx.ts';
import { enteredForPartner } from '../for-partner.ts';
import { sendForm } from '../forms.ts';
import { addGradedItem, claim, sanitiseAndAccept, sanitiseAndSend } from '../officer-work.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { plannedContact, recordedCrime } from '../records-and-contact.ts';
import { addedTask } from '../tasks.ts';
import { forVictim, sentReport, type Params } from './reports.ts';

/** The browser of an officer, kept so that signing in is paid for once. */
const officers = new WeakMap<TestPortal, Promise<Client>>();

function officerOf(portal: TestPortal): Promise<Client> {
  const opened = officers.get(portal) ?? portal.signedIn(people.officer);
  officers.set(portal, opened);
  return opened;
}

export async function claimedReport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter);
  await claim(await officerOf(portal), submissionId);
  return { submissionId, action: 'ask_partner' };
}

export async function gradedItem(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await claimedReport(portal);
  return { submissionId, itemId: await addGradedItem(await officerOf(portal), submissionId) };
}

export async function dissemination(portal: TestPortal): Promise<Params> {
  const { submissionId = '', itemId = '' } = await gradedItem(portal);
  await sanitiseAndSend(await officerOf(portal), submissionId, itemId, 'spoc-be');
  const { id } = await portal.db.dissemination.findFirstOrThrow({ where: { submissionId } });
  return { submissionId, itemId, disseminationId: id };
}

/** A vehicle that a report of FIB names. */
export async function entity(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter);
  const { entityId } = await portal.db.submissionVehicle.create({
    data: {
      id: crypto.randomUUID(),
      submissionId,
      position: 90,
      registration: 'BX51 ABC',
      registrationNormalised: 'BX51ABC',
    },
  });
  return { entityId: entityId ?? '' };
}

/** One that a text names which Birmingham East was sent. */
export async function sentEntity(portal: TestPortal): Promise<Params> {
  const { disseminationId = '' } = await dissemination(portal);
  const { sanitisedTextId } = await portal.db.dissemination.findUniqueOrThrow({
    where: { id: disseminationId },
  });
  const { entityId } = await portal.db.sanitisedMention.create({
    data: {
      id: crypto.randomUUID(),
      sanitisedTextId,
      position: 90,
      kind: 'vehicle',
      written: 'BX51 ABD',
      value: 'BX51ABD',
    },
  });
  return { entityId: entityId ?? '' };
}

/** One that Birmingham East has acknowledged and asked about, and one of the tasks that it has about such an item. */
export async function askedDissemination(portal: TestPortal): Promise<Params> {
  const params = await dissemination(portal);
  const { disseminationId = '' } = params;
  const spoc = { ...(await makeCtx(portal.database, { email: people.spocBE })), clock: portal.clock };
  await acknowledgeDissemination(spoc, { disseminationId: disseminationId as Id<'Dissemination'> });
  await answerDissemination(spoc, {
    disseminationId: disseminationId as Id<'Dissemination'>,
    messageId: newId<'DisseminationMessage'>(),
    result: 'question',
    text: 'May we ask the landlord?',
    confirmed: '',
  });
  return params;
}

/** The same, of which its recipients then told a visit. */
export async function toldResult(portal: TestPortal): Promise<Params> {
  const params = await askedDissemination(portal);
  const spoc = { ...(await makeCtx(portal.database, { email: people.spocBE })), clock: portal.clock };
  const disseminationId = (params.disseminationId ?? '') as Id<'Dissemination'>;
  await answerDissemination(spoc, {
    disseminationId,
    messageId: newId<'DisseminationMessage'>(),
    result: 'acted',
    text: 'Two officers went there.',
    confirmed: '',
    came: {
      results: ['visit'],
      resultsOn: { day: '18', month: '1', year: '2016' },
      arrests: '',
      safeguarded: '',
      referralReference: '',
      dutyReference: '',
      crimeReference: '',
    },
  });
  const { linkId } = await portal.db.recordLink.findFirstOrThrow({ where: { disseminationId } });
  return { ...params, linkId };
}

export async function taskOfRecipient(portal: TestPortal): Promise<Params> {
  const { disseminationId = '' } = await askedDissemination(portal);
  return taskOf(portal, people.spocBE, {
    kind: 'dissemination',
    disseminationId: disseminationId as Id<'Dissemination'>,
  });
}

/** An item that the FIB officer sent to somebody beyond the queues. */
async function sentBeyond(portal: TestPortal, addressed: Addressed): Promise<Params> {
  const { submissionId = '', itemId = '' } = await gradedItem(portal);
  await sanitiseAndAccept(await officerOf(portal), submissionId, itemId);
  const officer = { ...(await makeCtx(portal.database, { email: people.officer })), clock: portal.clock };
  return {
    itemId,
    disseminationId: await sentTo(officer, itemId as Id<'IntelligenceItem'>, addressed),
    step: 'passed',
  };
}

export const letOut = (portal: TestPortal): Promise<Params> =>
  sentBeyond(portal, {
    to: 'outside',
    recipient: 'rocu-threat-group',
    body: '',
    post: '',
    reason: 'It names a group that works in two forces.',
  });

export const significant = (portal: TestPortal): Promise<Params> =>
  sentBeyond(portal, { to: 'mds_lead', reason: 'A group that works across the region.' });

export async function askedReport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await claimedReport(portal);
  await sendForm(await officerOf(portal), `/submissions/${submissionId}/actions/ask_partner`, {
    comment: 'Which day was it?',
  });
  return { submissionId };
}

export async function answeredReport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await claimedReport(portal);
  await sendForm(await officerOf(portal), `/submissions/${submissionId}/end`, {
    end: 'rejected',
    message: 'It is about another force.',
  });
  return { submissionId };
}

export async function telephonedReport({ database }: TestPortal): Promise<Params> {
  const officer = await makeCtx(database, { email: people.officer });
  const submissionId = await enteredForPartner(officer, { email: null });
  await performAction(officer, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  await performAction(officer, {
    action: 'ask_partner',
    submissionId,
    comment: 'Which day was it?',
    expectedVersion: null,
  });
  return { submissionId };
}

export async function taskOf(portal: TestPortal, email: string, place: TaskPlace): Promise<Params> {
  return { taskId: await addedTask(await makeCtx(portal.database, { email }), place) };
}

export async function taskOfReport(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, changes);
  return taskOf(portal, people.officer, {
    kind: 'submission',
    submissionId: submissionId as Id<'Submission'>,
  });
}

/** A report with a crime number that the FIB officer recorded. */
export async function reportWithRecord(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, changes);
  const officer = await makeCtx(portal.database, { email: people.officer });
  return {
    submissionId,
    linkId: await recordedCrime(officer, submissionId as Id<'Submission'>),
    kind: 'crime',
  };
}

/** A victim's report in the queue of Birmingham East, with a plan that its SPOC wrote. */
export async function reportWithPlan(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, forVictim);
  await plannedContact(
    await makeCtx(portal.database, { email: people.spocBE }),
    submissionId as Id<'Submission'>,
  );
  return { submissionId };
}

export async function keptSearch({ database }: TestPortal): Promise<Params> {
  const officer = await makeCtx(database, { email: people.officer });
  return { searchId: await keepSearch(officer, looksFor('white van').sought) };
}

export async function keptText({ database }: TestPortal): Promise<Params> {
  const supervisor = await makeCtx(database, { email: people.supervisor });
  const name = `Thanks ${crypto.randomUUID()}`;
  return { textId: await addText(supervisor, { of: 'used', name, text: 'Thank you. It was of use.' }) };
}

export async function askedExport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter);
  const officer = await makeCtx(portal.database, { email: people.officer });
  const input = {
    submissionId: submissionId as Id<'Submission'>,
    format: 'json',
    purpose: 'review',
    reason: 'Asked by a test',
  };
  return { ...(await askExport({ ...officer, clock: portal.clock }, input)) };
}
