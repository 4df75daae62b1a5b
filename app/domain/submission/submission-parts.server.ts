import { z } from 'zod';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { SubmittedDocument } from '../form/document.ts';
import type { Channel } from '../kernel/report-labels.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { displayNames } from '../people/accounts/display-names.server.ts';
import { termState } from '../people/organisations/agreement-term.ts';
import { exploitationWords } from '../form/exploitation-words.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import type { Status } from '../kernel/statuses.ts';
import { supplementsInOrder } from './supplements.server.ts';
import { noticesInOrder, stepsOf, type StepTaken } from './high-steps-taken.server.ts';

/** Who sent a submission, when and how, and what it says, as it was sent. */
export type Facts = {
  receivedAt: Date;
  channel: Channel;
  organisation: string;
  site: string | null;
  /** Null where an officer entered it for somebody without an account. */
  sentBy: { name: string; gone: boolean } | null;
  /**
   * Who of the organisation reads it all the same in the portal, and who sees that it is there; null where `sentBy`
   * does, and can sign in.
   */
  insteadOfSender: { read: string[]; know: string[] } | null;
  /** The officer who entered it for the partner; null where the partner did. */
  enteredBy: string | null;
  /** Sent with the password alone, by somebody who owed a second factor. */
  withoutFactor: boolean;
  /** Sent while its organisation was suspended. */
  whileSuspended: boolean;
  /** How the organisation stands now, and the last day of its agreement where that has passed. */
  organisationStatus: OrganisationStatus;
  agreementEnded: Date | null;
  formVersion: number;
  exploitationTypes: string[];
  /** A child is concerned, as the answers say, or those that were added. */
  concernsChild: boolean;
  outcome: Outcome | null;
  /** Who told the partner is in a sealed record. */
  sourceSealed: boolean;
  document: SubmittedDocument;
  places: { address: string; postcode: string | null; resolution: string; area: string | null }[];
};

/** Where a submission came to be and why. */
export type Routing = {
  reason: string;
  ruleSetVersion: number;
  rule: string | null;
  /** Areas and forces in which an unclear place may lie, with their share of its addresses. */
  candidates: { name: string; share: number }[];
  moves: { at: Date; queue: string; reason: string; by: string | null }[];
  watchers: { queue: string; reason: string }[];
};

export type Message = {
  id: string;
  direction: 'to_partner' | 'to_police';
  kind: string;
  outcome: string | null;
  text: string;
  /** Of an answer: whether it says that somebody is in danger. */
  danger: string | null;
  author: string;
  sentAt: Date;
};

export type HistoryLine = {
  id: string;
  at: Date;
  action: string;
  to: Status;
  moved: boolean;
  by: string | null;
  comment: string | null;
  data: Record<string, unknown>;
};

const name = { select: { displayName: true } } as const;

const messages = {
  orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  include: { author: name },
} satisfies Prisma.PartnerMessageFindManyArgs;

const history = {
  submissionEvents: { orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }] },
  highNotices: { orderBy: noticesInOrder },
} satisfies Prisma.SubmissionSelect;

/**
 * Everything that the page of a submission needs of its row, read by one statement; the rest of this file makes the
 * page of it.
 */
export const submissionParts = {
  id: true,
  submittedAt: true,
  channel: true,
  submittedBy: true,
  enteredBy: true,
  withoutFactor: true,
  whileSuspended: true,
  formVersion: true,
  exploitationTypes: true,
  concernsChild: true,
  outcome: true,
  organisation: {
    select: {
      id: true,
      name: true,
      agreementCover: true,
      status: true,
      agreementFrom: true,
      agreementUntil: true,
    },
  },
  site: { select: { name: true } },
  submittedByAccount: { select: { displayName: true, status: true } },
  enteredByAccount: name,
  submissionContent: { select: { document: true } },
  sourceRecord: { select: { id: true } },
  submissionPlaces: {
    // Those of the form: what was added later is read as it was written.
    where: { addedAt: null, readFromText: false },
    orderBy: { position: 'asc' },
    select: {
      address: true,
      town: true,
      postcode: true,
      resolution: true,
      area: { select: { name: true } },
    },
  },
  routingReason: true,
  routingVersion: true,
  routingRules: { select: { version: true, rulesHash: true } },
  candidates: true,
  submissionRoutes: {
    orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }],
    include: { queue: { select: { name: true } }, actor: name },
  },
  submissionWatchers: { include: { queue: { select: { name: true } } } },
  newInformationAt: true,
  supplements: supplementsInOrder,
  partnerMessages: messages,
  ...history,
} satisfies Prisma.SubmissionSelect;

export type SubmissionParts = Prisma.SubmissionGetPayload<{ select: typeof submissionParts }>;

export async function factsOf(tx: Tx, row: SubmissionParts, now: Date): Promise<Facts> {
  const { displayName, status } = row.submittedByAccount;
  const { organisation } = row;
  const gone = status !== 'active' || organisation.status !== 'active';
  const sentBy = row.submittedBy === row.enteredBy ? null : { name: displayName, gone };
  const term = { from: organisation.agreementFrom, until: organisation.agreementUntil };
  return {
    receivedAt: row.submittedAt,
    channel: row.channel,
    organisation: organisation.name,
    organisationStatus: organisation.status,
    agreementEnded: termState(term, now).state === 'ended' ? term.until : null,
    site: row.site?.name ?? null,
    sentBy,
    insteadOfSender: sentBy && !sentBy.gone ? null : await insteadOfSender(tx, organisation),
    enteredBy: row.enteredByAccount?.displayName ?? null,
    withoutFactor: row.withoutFactor,
    whileSuspended: row.whileSuspended,
    formVersion: row.formVersion,
    exploitationTypes: exploitationWords(row.exploitationTypes),
    concernsChild: row.concernsChild,
    outcome: row.outcome,
    sourceSealed: row.sourceRecord !== null,
    document: row.submissionContent?.document as SubmittedDocument,
    places: row.submissionPlaces.map((place) => ({
      address: [place.address, place.town].filter(Boolean).join(', '),
      postcode: place.postcode,
      resolution: place.resolution,
      area: place.area?.name ?? null,
    })),
  };
}

/** Where nobody who can sign in sent it: colleagues, where the agreement lets them stand in; else leads know of it. */
async function insteadOfSender(
  tx: Tx,
  organisation: { id: string; agreementCover: boolean; status: OrganisationStatus },
): Promise<{ read: string[]; know: string[] }> {
  if (organisation.status !== 'active') return { read: [], know: [] };
  const accounts = await tx.account.findMany({
    where: {
      organisationId: organisation.id,
      status: 'active',
      accountRoles: { some: { role: { in: ['reporter', 'partner_lead'] } } },
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { displayName: true, accountRoles: { select: { role: true } } },
  });
  const leads = accounts.filter(({ accountRoles }) =>
    accountRoles.some(({ role }) => role === 'partner_lead'),
  );
  const names = (some: typeof accounts) => some.map(({ displayName }) => displayName);
  return organisation.agreementCover ? { read: names(accounts), know: [] } : { read: [], know: names(leads) };
}

export const candidatesSchema = z.array(
  z.union([
    z.object({ area: z.string(), share: z.number() }),
    z.object({ force: z.string(), share: z.number() }),
  ]),
);

/** `rules`: those that placed it, in their order. */
export async function routingOf(
  tx: Tx,
  row: SubmissionParts,
  rules: readonly { code: string }[],
): Promise<Routing> {
  const candidates = candidatesSchema.parse(row.candidates);
  const areas = candidates.length > 0 ? await tx.area.findMany({ select: { code: true, name: true } }) : [];
  const areaName = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const [first] = row.submissionRoutes;
  const code = first?.ruleCode ?? null;
  return {
    reason: row.routingReason,
    ruleSetVersion: row.routingVersion,
    rule: code === null ? null : `${rules.findIndex((rule) => rule.code === code) + 1} (${code})`,
    candidates: candidates.map((one) => ({
      name: 'area' in one ? areaName(one.area) : one.force,
      share: one.share,
    })),
    moves: row.submissionRoutes.map((route) => ({
      at: route.happenedAt,
      queue: route.queue.name,
      reason: route.reason,
      by: route.actor?.displayName ?? null,
    })),
    watchers: row.submissionWatchers.map((watcher) => ({
      queue: watcher.queue.name,
      reason: watcher.reason,
    })),
  };
}

export async function readMessages(tx: Tx, submissionId: Id<'Submission'>): Promise<Message[]> {
  return messagesOf(await tx.partnerMessage.findMany({ where: { submissionId }, ...messages }));
}

export const messagesOf = (rows: SubmissionParts['partnerMessages']): Message[] =>
  rows.map(({ author, ...row }) => ({
    ...row,
    direction: row.direction,
    author: author.displayName,
  }));

/** The history of one submission. The caller has asked who looks. */
export async function readHistory(
  tx: Tx,
  ctx: Pick<Ctx, 'db' | 'packHash' | 'realTime'>,
  submissionId: Id<'Submission'>,
): Promise<HistoryLine[]> {
  const row = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: history });
  return historyOf(tx, ctx, row);
}

/** The history, newest first, with who was told while nobody had claimed the submission. */
export async function historyOf(
  tx: Tx,
  ctx: Pick<Ctx, 'db' | 'packHash' | 'realTime'>,
  row: Pick<SubmissionParts, keyof typeof history>,
): Promise<HistoryLine[]> {
  const actors = row.submissionEvents.flatMap(({ actorId }) => actorId ?? []);
  const names = await displayNames(tx, ctx, actors);
  const happened = row.submissionEvents.map((event): HistoryLine => ({
    id: event.id,
    at: event.happenedAt,
    action: event.action,
    to: event.toStatus,
    moved: event.fromStatus !== event.toStatus,
    by: event.actorId === null ? null : (names.get(event.actorId) ?? null),
    comment: event.comment,
    data: event.data as Record<string, unknown>,
  }));
  if (row.highNotices.length === 0) return happened;
  const { escalation } = await currentForce(tx, ctx);
  const notified = [...stepsOf(row.highNotices, escalation).values()].flat().map(toldLine);
  return [...happened, ...notified].sort((one, other) => other.at.getTime() - one.at.getTime());
}

const toldLine = ({ at, to, people, times }: StepTaken): HistoryLine => ({
  id: `told-${at.toISOString()}-${to.join('-')}`,
  at,
  action: 'told_unclaimed',
  to: 'submitted',
  moved: false,
  by: null,
  comment: null,
  data: { notified: to, mailed: people, times },
});
