import { randomUUID } from 'node:crypto';
import type { TaskPlace } from '#app/domain/tasks/task-place.server.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { askExport } from '#app/domain/exports/ask-export.server.ts';
import type { Answers } from '#app/domain/intelligence-form/answers.ts';
import type { Ctx } from '#app/domain/context.ts';
import { makeCtx } from './ctx.ts';
import type { Client } from './client.ts';
import { enteredForPartner, writtenForPartner } from './for-partner.ts';
import { sendForm } from './forms.ts';
import { addGradedItem, claim, sanitiseAndSend } from './officer-work.ts';
import { people } from './people.ts';
import type { TestPortal } from './portal.ts';
import { ruleDraft, secondSupervisor, waitingRuleDraft } from './rule-drafts.ts';
import { plannedContact, recordedCrime } from './records-and-contact.ts';
import { submitted } from './submitted.ts';
import { addedTask } from './tasks.ts';
import { addPicture, submittedWithPicture } from './with-files.ts';
import { writtenDraft } from './written-draft.ts';

/** What stands behind an address: values for its parameters. */
export type Params = Record<string, string>;

async function draftParams(
  portal: TestPortal,
  email: string,
  write: (ctx: Ctx) => Promise<string> = writtenDraft,
): Promise<Params> {
  const draftId = await write(await makeCtx(portal.database, { email }));
  const draft = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } });
  const [vehicle] = (draft.answers as { vehicles: { id: string }[] }).vehicles;
  return { draftId, pageId: 'information', sectionId: 'vehicles', itemId: vehicle?.id ?? '' };
}

async function sentReport(portal: TestPortal, email: string, changes: Answers = {}): Promise<Params> {
  return { submissionId: await submitted(await makeCtx(portal.database, { email }), changes) };
}

/** Seals with the portal's own key, so that the portal can open it. */
async function sealingCtx(portal: TestPortal, email: string): Promise<Ctx> {
  return { ...(await makeCtx(portal.database, { email })), keyring: portal.keyring };
}

async function draftFile(
  portal: TestPortal,
  email: string,
  write: (ctx: Ctx) => Promise<string> = writtenDraft,
): Promise<Params> {
  const params = await draftParams(portal, email, write);
  const ctx = await sealingCtx(portal, email);
  return { ...params, fileId: await addPicture(ctx, portal.files, params.draftId ?? '') };
}

async function sentFile(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const ctx = await sealingCtx(portal, people.reporter);
  const { attachmentId } = await submittedWithPicture(ctx, portal.files, changes);
  return { attachmentId };
}

async function openInvitation(portal: TestPortal): Promise<Params> {
  const token = newToken();
  const accountId = randomUUID();
  const now = new Date();
  const invitedBy = await portal.db.account.findUniqueOrThrow({ where: { email: people.administrator } });
  await portal.db.account.create({
    data: {
      id: accountId,
      email: `${accountId}@police.example`,
      displayName: 'Invited Example',
      side: 'police',
      status: 'invited',
      createdAt: now,
    },
  });
  await portal.db.invitation.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: hashToken(token),
      createdBy: invitedBy.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000 * 60),
    },
  });
  return { token };
}

/** The browser of an officer, kept so that signing in is paid for once. */
const officers = new WeakMap<TestPortal, Promise<Client>>();

function officerOf(portal: TestPortal): Promise<Client> {
  const opened = officers.get(portal) ?? portal.signedIn(people.officer);
  officers.set(portal, opened);
  return opened;
}

async function claimedReport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter);
  await claim(await officerOf(portal), submissionId);
  return { submissionId, action: 'reject' };
}

async function gradedItem(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await claimedReport(portal);
  return { submissionId, itemId: await addGradedItem(await officerOf(portal), submissionId) };
}

async function dissemination(portal: TestPortal): Promise<Params> {
  const { submissionId = '', itemId = '' } = await gradedItem(portal);
  await sanitiseAndSend(await officerOf(portal), submissionId, itemId, 'spoc-be');
  const { id } = await portal.db.dissemination.findFirstOrThrow({ where: { submissionId } });
  return { submissionId, itemId, disseminationId: id };
}

async function askedReport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await claimedReport(portal);
  await sendForm(await officerOf(portal), `/submissions/${submissionId}/actions/ask_partner`, {
    comment: 'Which day was it?',
  });
  return { submissionId };
}

async function taskOf(portal: TestPortal, email: string, place: TaskPlace): Promise<Params> {
  return { taskId: await addedTask(await makeCtx(portal.database, { email }), place) };
}

async function taskOfReport(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, changes);
  return taskOf(portal, people.officer, { kind: 'submission', submissionId });
}

const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
/** A report with a crime number that the FIB officer recorded. */
async function reportWithRecord(portal: TestPortal, changes: Answers = {}): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, changes);
  const officer = await makeCtx(portal.database, { email: people.officer });
  return { submissionId, linkId: await recordedCrime(officer, submissionId), kind: 'crime' };
}

/** A victim's report in the queue of Birmingham East, with a plan that its SPOC wrote. */
async function reportWithPlan(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter, forVictim);
  await plannedContact(await makeCtx(portal.database, { email: people.spocBE }), submissionId);
  return { submissionId };
}

const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };

async function askedExport(portal: TestPortal): Promise<Params> {
  const { submissionId = '' } = await sentReport(portal, people.reporter);
  const officer = await makeCtx(portal.database, { email: people.officer });
  const input = { submissionId, format: 'json', purpose: 'review', reason: 'Asked by a test' };
  return { ...(await askExport({ ...officer, clock: portal.clock }, input)) };
}

async function openEvent({ db }: TestPortal): Promise<Params> {
  return { eventId: (await db.planEvent.findFirstOrThrow()).id };
}

/** A duty and an absence to come: a year on, so that they bear on no other row. */
async function comingDuty({ db }: TestPortal): Promise<Params> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email: people.supervisor } });
  const [entryId, absenceId] = [randomUUID(), randomUUID()];
  const entered = { enteredBy: accountId, enteredAt: new Date() };
  const day = (after: number) =>
    new Date(Date.UTC(2100, 0, 1 + after) + Math.floor(Math.random() * 1e6) * 60_000);
  await db.dutyListEntry.create({
    data: { id: entryId, accountId, position: 'deputy', validFrom: day(0), validTo: null, ...entered },
  });
  const absentFrom = day(0);
  await db.dutyAbsence.create({
    data: {
      id: absenceId,
      accountId,
      absentFrom,
      absentTo: new Date(absentFrom.getTime() + 60_000),
      ...entered,
    },
  });
  return { entryId, absenceId };
}

async function capturedMail(portal: TestPortal): Promise<Params> {
  await portal.mailer.send({
    to: 'pat@example.org',
    subject: 'Something waits',
    text: 'Something waits.',
    html: '<p>Something waits.</p>',
  });
  const list = await portal.client().get('/demonstration/mail');
  return { id: /href="\/demonstration\/mail\/([^"]+)"/.exec(list.text)?.[1] ?? '' };
}

/** The things that rows of the matrix are about. Each call makes a fresh one. */
const things = {
  '-': () => Promise.resolve({}),
  invitation: openInvitation,
  account: async ({ db }: TestPortal) => ({
    accountId: (await db.account.findUniqueOrThrow({ where: { email: people.officer } })).id,
  }),
  'form version': () => Promise.resolve({ version: '1' }),
  /** A draft of routing rules by the supervisor, and one by the duty inspector that waits for a decision. */
  'own rules': ({ database }: TestPortal) => ruleDraft(database, people.supervisor),
  'other rules': ({ database }: TestPortal) => waitingRuleDraft(database, secondSupervisor),
  organisation: async ({ db }: TestPortal) => ({
    organisationId: (await db.organisation.findFirstOrThrow()).id,
  }),
  /** Asked for by the FIB officer. */
  export: askedExport,
  'plan item': () => Promise.resolve({ code: 'PCC 1.4.1' }),
  'own draft': (portal: TestPortal) => draftParams(portal, people.reporter),
  'other draft': (portal: TestPortal) => draftParams(portal, people.elsewhere),
  /** Begun by the FIB officer for the reporter, who telephoned. */
  'entered draft': (portal: TestPortal) => draftParams(portal, people.officer, writtenForPartner),
  'entered file': (portal: TestPortal) => draftFile(portal, people.officer, writtenForPartner),
  'entered report': async ({ database }: TestPortal) => ({
    submissionId: await enteredForPartner(await makeCtx(database, { email: people.officer })),
  }),
  'own file': (portal: TestPortal) => draftFile(portal, people.reporter),
  'other file': (portal: TestPortal) => draftFile(portal, people.elsewhere),
  /** A picture of a report in the queue of FIB, of Birmingham East, and of FIB only. */
  'FIB file': (portal: TestPortal) => sentFile(portal),
  'BE file': (portal: TestPortal) => sentFile(portal, forVictim),
  'restricted file': (portal: TestPortal) => sentFile(portal, guessable),
  'own report': (portal: TestPortal) => sentReport(portal, people.reporter),
  'other report': (portal: TestPortal) => sentReport(portal, people.elsewhere),
  /** A report with an open question to its partner. */
  'asked report': askedReport,
  /** In the queue of FIB, unclaimed, about Birmingham East. */
  'FIB report': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter)),
    action: 'claim',
  }),
  /** In the queue of Birmingham East, watched by FIB. */
  'BE report': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter, forVictim)),
    action: 'claim',
  }),
  /** FIB only. */
  'restricted report': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter, guessable)),
    action: 'claim',
  }),
  /** High, in the queue of FIB, watched by Birmingham East. */
  'High report': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter, { danger: 'soon' })),
    action: 'claim',
  }),
  /** Claimed by the FIB officer. */
  'claimed report': claimedReport,
  /** A graded item of a report that the FIB officer has claimed. */
  item: gradedItem,
  /** An item sent to Birmingham East. */
  dissemination,
  'FIB queue': () => Promise.resolve({ queueCode: 'fib' }),
  'BE queue': () => Promise.resolve({ queueCode: 'spoc-be' }),
  'force SPOC queue': () => Promise.resolve({ queueCode: 'force-spoc' }),
  /** Of the MDS lead on the plan; of the FIB officer on a report in the queue of FIB, and on a restricted one. */
  'plan task': (portal: TestPortal) => taskOf(portal, people.mdsLead, { kind: 'plan', code: 'PCC 1.4.1' }),
  'FIB task': (portal: TestPortal) => taskOfReport(portal),
  'restricted task': (portal: TestPortal) => taskOfReport(portal, guessable),
  /** In the queue of FIB, and of FIB only. */
  'FIB record': (portal: TestPortal) => reportWithRecord(portal),
  'restricted record': (portal: TestPortal) => reportWithRecord(portal, guessable),
  'contact plan': reportWithPlan,
  event: openEvent,
  'coming duty': comingDuty,
  'captured mail': capturedMail,
} satisfies Record<string, (portal: TestPortal) => Promise<Params>>;

export type Thing = keyof typeof things;

export function isThing(name: string): name is Thing {
  return Object.hasOwn(things, name);
}

/** A fresh thing of this name. */
export function makeThing(portal: TestPortal, thing: Thing): Promise<Params> {
  const make: (portal: TestPortal) => Promise<Params> = things[thing];
  return make(portal);
}

/** Takes away what nobody has sent: a person may have fifty unsent reports, and each thing may make one. */
export async function clearDrafts({ db }: TestPortal): Promise<void> {
  await db.sourceRecord.deleteMany({ where: { submissionId: null } });
  await db.draft.deleteMany();
}

/** The version of the submission or the task, or the revision of the draft of rules, behind a thing: officers' forms carry it. */
export async function versionOf(
  portal: TestPortal,
  { submissionId, revision, taskId, linkId }: Params,
): Promise<string> {
  if (revision !== undefined) return revision;
  // A record elsewhere is made with its first version.
  if (linkId !== undefined) return '1';
  if (taskId !== undefined) {
    const { version } = await portal.db.task.findUniqueOrThrow({ where: { id: taskId } });
    return `${version}`;
  }
  if (submissionId === undefined) return '';
  const { version } = await portal.db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { version: true },
  });
  return `${version}`;
}

/** The address of a pattern with these parameters. */
export function addressOf(pattern: string, params: Params): string {
  return pattern.replace(/^\/\*$/, '/no-such-page').replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${pattern} needs ${name}`);
    return encodeURIComponent(value);
  });
}
