import { makeCtx } from './ctx.ts';
import { enteredForPartner, writtenForPartner } from './for-partner.ts';
import { people } from './people.ts';
import type { TestPortal } from './portal.ts';
import { ruleDraft, secondSupervisor, waitingRuleDraft } from './rule-drafts.ts';
import {
  askedRole,
  comingDuty,
  openInvitation,
  openPasswordReset,
  settingChange,
} from './things/people-and-duty.ts';
import {
  draftFile,
  begunDraft,
  dangerDraft,
  sentAtOnce,
  draftParams,
  forVictim,
  guessable,
  sealedReport,
  sourceRequest,
  sentFile,
  sentReport,
  type Params,
} from './things/reports.ts';
import {
  askedDissemination,
  askedExport,
  answeredReport,
  askedReport,
  keptSearch,
  keptText,
  telephonedReport,
  claimedReport,
  dissemination,
  entity,
  sentEntity,
  gradedItem,
  letOut,
  reportWithPlan,
  reportWithRecord,
  significant,
  taskOf,
  taskOfRecipient,
  toldResult,
  taskOfReport,
} from './things/work.ts';

import {
  draftItem,
  draftPlan,
  firstPlan,
  planEdition,
  planEvidence,
  planProposal,
  publishedPlans,
} from './things/plans.ts';
import { dueReport, proposedDisposal } from './things/retention.ts';

export type { Params };

async function openEvent({ db }: TestPortal): Promise<Params> {
  return { eventId: (await db.planEvent.findFirstOrThrow()).id };
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

async function areaOf({ db }: TestPortal, name: string): Promise<Params> {
  return { areaId: (await db.area.findFirstOrThrow({ where: { name } })).id };
}

/** The things that rows of the matrix are about. Each call makes a fresh one. */
const things = {
  '-': () => Promise.resolve({}),
  invitation: openInvitation,
  'role request': askedRole,
  'password reset': openPasswordReset,
  'own area': (portal: TestPortal) => areaOf(portal, 'Birmingham East'),
  'other area': (portal: TestPortal) => areaOf(portal, 'Solihull'),
  account: async ({ db }: TestPortal) => ({
    accountId: (await db.account.findUniqueOrThrow({ where: { email: people.officer } })).id,
  }),
  /** Somebody of the reporter's organisation who has begun a report, so that the lead has something to pass on. */
  member: async (portal: TestPortal) => {
    await draftParams(portal, people.colleague);
    return {
      accountId: (await portal.db.account.findUniqueOrThrow({ where: { email: people.colleague } })).id,
    };
  },
  setting: () => Promise.resolve({ part: 'signposts', code: 'new' }),
  'no setting': () => Promise.resolve({ part: 'passwords', code: 'new' }),
  'setting change': settingChange,
  measure: () => Promise.resolve({ code: 'received' }),
  'form version': () => Promise.resolve({ version: '1' }),
  /** A draft of routing rules by the supervisor, and one by the duty inspector that waits for a decision. */
  'own rules': ({ database }: TestPortal) => ruleDraft(database, people.supervisor),
  'other rules': ({ database }: TestPortal) => waitingRuleDraft(database, secondSupervisor),
  organisation: async ({ db }: TestPortal) => ({
    organisationId: (await db.organisation.findFirstOrThrow()).id,
  }),
  suspending: async ({ db }: TestPortal) => ({
    organisationId: (await db.organisation.findFirstOrThrow()).id,
    change: 'suspend',
  }),
  closing: async ({ db }: TestPortal) => ({
    organisationId: (await db.organisation.findFirstOrThrow()).id,
    change: 'close',
  }),
  'unknown change': async ({ db }: TestPortal) => ({
    organisationId: (await db.organisation.findFirstOrThrow()).id,
    change: 'sell',
  }),
  site: async ({ db }: TestPortal) => {
    const { id: siteId, organisationId } = await db.organisationSite.findFirstOrThrow();
    return { organisationId, siteId };
  },
  /** Asked for by the FIB officer. */
  export: askedExport,
  /** What officers are offered to write to partners. */
  text: keptText,
  /** What the officer looks for. */
  search: keptSearch,
  'blank sheet': () => Promise.resolve({ sheet: 'pocket' }),
  'plan item': () => Promise.resolve({ code: 'PCC 1.4.1' }),
  'plan edition': planEdition,
  'plan evidence': planEvidence,
  'plan proposal': planProposal,
  'first plan': firstPlan,
  'draft plan': draftPlan,
  'draft item': draftItem,
  'no draft': publishedPlans,
  'own draft': (portal: TestPortal) => draftParams(portal, people.reporter),
  'other draft': (portal: TestPortal) => draftParams(portal, people.elsewhere),
  /** A draft that says danger, and a report that was sent at once from one. */
  'own danger': (portal: TestPortal) => dangerDraft(portal, people.reporter),
  'other danger': (portal: TestPortal) => dangerDraft(portal, people.elsewhere),
  'sent at once': (portal: TestPortal) => sentAtOnce(portal, people.reporter),
  /** A draft with a page that is not finished. */
  'own begun': (portal: TestPortal) => begunDraft(portal, people.reporter),
  'other begun': (portal: TestPortal) => begunDraft(portal, people.elsewhere),
  'entered begun': (portal: TestPortal) => begunDraft(portal, people.officer, writtenForPartner),
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
  /** The same about a report that somebody without an account made by telephone. */
  'telephoned report': telephonedReport,
  /** A report with an open question to its partner. */
  'asked report': askedReport,
  /** One whose partner was answered. */
  'answered report': answeredReport,
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
  /** In the queue of FIB, with a sealed source; and with a request to open it. */
  'sealed report': (portal: TestPortal) => sealedReport(portal),
  'sealed High report': (portal: TestPortal) => sealedReport(portal, { danger: 'soon' }),
  'source request': sourceRequest,
  /** A report whose time has run out; one of which another supervisor proposed that it goes. */
  'due report': dueReport,
  'proposed disposal': proposedDisposal,
  /** A vehicle: of a report of FIB, and of a text that Birmingham East was sent. */
  entity,
  'sent entity': sentEntity,
  /** Claimed by the FIB officer. */
  'claimed report': claimedReport,
  /** A graded item of a report that the FIB officer has claimed. */
  item: gradedItem,
  /** An item sent to Birmingham East. */
  dissemination,
  /** The same once Birmingham East has acknowledged it and asked FIB about it. */
  'asked dissemination': askedDissemination,
  'told result': toldResult,
  /** An item let out to the ROCU threat group and not passed on yet; one sent to the MDS lead. */
  'let out': letOut,
  significant,
  /** Queues with a report to take, and one with none. */
  'FIB queue': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter)),
    queueCode: 'fib',
  }),
  'BE queue': async (portal: TestPortal) => ({
    ...(await sentReport(portal, people.reporter, forVictim)),
    queueCode: 'spoc-be',
  }),
  'force SPOC queue': () => Promise.resolve({ queueCode: 'force-spoc' }),
  /** Of the MDS lead on the plan; of the FIB officer on a report in the queue of FIB, and on a restricted one. */
  'plan task': (portal: TestPortal) => taskOf(portal, people.mdsLead, { kind: 'plan', code: 'PCC 1.4.1' }),
  'FIB task': (portal: TestPortal) => taskOfReport(portal),
  'restricted task': (portal: TestPortal) => taskOfReport(portal, guessable),
  /** Of Birmingham East about an item that was sent to it. */
  'recipient task': taskOfRecipient,
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

/**
 * Makes room for another thing: a person may have fifty unsent reports and have so many texts checked in an hour, and
 * each thing may make one.
 */
export async function makeRoom({ db }: TestPortal): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'sealed-words' } } });
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
