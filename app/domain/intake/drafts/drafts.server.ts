import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { SealedValue } from '#app/platform/crypto/envelope.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { UsualWishes } from '../../people/contact/usual-wishes.ts';
import { may } from '../../kernel/permissions.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';

import { formOfVersion } from '../../form/forms.server.ts';
import type { Form } from '../../form/held-forms.ts';
import { openAnswersFrom, type OpenAnswers } from '../../form/source-identity.ts';
import type { Channel } from '../../kernel/report-labels.ts';
import type { SourceRecord } from '../sources/seal-source.server.ts';
import { saysDangerInDraft } from '../submitting/says-danger.ts';
import { unfinishedFrom, type Unfinished } from './unfinished.ts';

/** What an officer enters for a partner: for which organisation, and how the report reached police. */
export type EnteredFor = { organisation: string; channel: Exclude<Channel, 'web'> };

/** A report being written: its writer's alone. `answers` never holds who told the partner (see seal-source.server.ts). */
export type Draft = {
  id: Id<'Draft'>;
  accountId: Id<'Account'>;
  organisationId: Id<'Organisation'>;
  siteId: Id<'OrganisationSite'> | null;
  channel: Channel;
  /** Who of the partner made it, where an officer enters it and they have an account. */
  reportedBy: Id<'Account'> | null;
  /** Null where the partner writes it themselves. */
  enteredFor: EnteredFor | null;
  /**
   * The account of whoever made the report, with how they are reached sealed in it and what they usually wish; null where
   * they have none.
   */
  madeBy: ({ id: Id<'Account'>; email: string; contactSealed: SealedValue | null } & UsualWishes) | null;
  definition: Form;
  answers: OpenAnswers;
  unfinished: Unfinished;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
};

/** What whoever saves over somebody's later words is told. */
export const savedElsewhere =
  'This was saved somewhere else after you opened it. Nothing has been overwritten: choose what to keep';

/** When a draft that nobody touches again is deleted, as the force's pack says. */
export async function draftExpiry(tx: Tx, ctx: Ctx | SystemCtx, now: Date): Promise<Date> {
  const { drafts } = await currentForce(tx, ctx);
  return new Date(now.getTime() + drafts.expireAfterDays * 24 * 60 * 60_000);
}

/** What a draft is called until it has a reference: it says nothing. */
export const draftCode = (draftId: string): string => draftId.slice(0, 6).toUpperCase();

/** Today where the force is, "YYYY-MM-DD": no date of a report lies after it. */
export function todayOf(ctx: Pick<Ctx, 'clock'>): string {
  return forceDay(ctx.clock.now());
}

/** Whoever may write reports: a reporter of an organisation. @throws Forbidden */
export function requireReporter(ctx: Ctx): { accountId: Id<'Account'>; organisationId: Id<'Organisation'> } {
  const { actor } = ctx;
  if (!may(actor, 'reports.write') || !actor.organisationId) throw new Forbidden();
  return { accountId: actor.accountId, organisationId: actor.organisationId };
}

/**
 * Whoever may write in drafts: a reporter in reports of their organisation; an officer in what they enter for a partner.
 * @throws Forbidden
 */
export function requireWriter(ctx: Ctx): { accountId: Id<'Account'>; assists: boolean } {
  const assists = may(ctx.actor, 'reports.enter');
  return { accountId: assists ? ctx.actor.accountId : requireReporter(ctx).accountId, assists };
}

const madeByColumns = {
  id: true,
  email: true,
  contactSealed: true,
  sharingLimit: true,
  callFirst: true,
} as const;

const columns = {
  id: true,
  accountId: true,
  organisationId: true,
  siteId: true,
  channel: true,
  reportedBy: true,
  organisation: { select: { name: true } },
  account: { select: madeByColumns },
  reportedByAccount: { select: madeByColumns },
  formVersion: true,
  answers: true,
  unfinished: true,
  revision: true,
  createdAt: true,
  updatedAt: true,
  expiresAt: true,
} as const;

/** The draft of whoever asks. Somebody else's looks as if it did not exist. @throws NotFound */
export async function ownDraft(db: Ctx['db'] | Tx, ctx: Ctx, draftId: Id<'Draft'>): Promise<Draft> {
  const { accountId, assists } = requireWriter(ctx);
  const draft = await db.draft.findFirst({
    where: { id: draftId, accountId, channel: assists ? { not: 'web' } : 'web' },
    select: columns,
  });
  if (!draft) throw new NotFound();
  const { formVersion, organisation, account, reportedByAccount, ...rest } = draft;
  const channel = rest.channel;
  const definition = await formOfVersion(db, formVersion);
  return {
    ...rest,
    channel,
    madeBy: channel === 'web' ? account : reportedByAccount,
    enteredFor: channel === 'web' ? null : { organisation: organisation.name, channel },
    definition,
    answers: openAnswersFrom(definition, draft.answers),
    unfinished: unfinishedFrom(draft.unfinished),
  };
}

/**
 * The same, locked until the transaction ends, so that two requests on one draft follow each other. One that this request
 * has read already is read again only where somebody saved it or took it over meanwhile.
 */
export async function lockOwnDraft(tx: Tx, ctx: Ctx, draft: Id<'Draft'> | Draft): Promise<Draft> {
  const read = typeof draft === 'string' ? null : draft;
  const draftId = typeof draft === 'string' ? draft : draft.id;
  const [now] = await tx.$queryRaw<{ accountId: Id<'Account'>; revision: number }[]>`
    SELECT account_id AS "accountId", revision FROM draft WHERE id = ${draftId}::uuid FOR NO KEY UPDATE`;
  const isAsRead = read !== null && now?.revision === read.revision && now.accountId === read.accountId;
  return isAsRead ? read : ownDraft(tx, ctx, draftId);
}

/**
 * The same, with what was sealed of who told the partner. One statement says both: whoever changes what is sealed saves the
 * draft too, so that a draft which stands as it was read has the record that stood beside it.
 */
export async function lockWithSource(
  tx: Tx,
  ctx: Ctx,
  draft: Id<'Draft'> | Draft,
): Promise<{ draft: Draft; source: SourceRecord | null }> {
  const read = typeof draft === 'string' ? null : draft;
  const draftId = typeof draft === 'string' ? draft : draft.id;
  const [now] = await tx.$queryRaw<Locked[]>`
    SELECT d.account_id AS "accountId", d.revision, s.id, s.sealed, s.sealed_at AS "sealedAt"
    FROM draft d LEFT JOIN source_record s ON s.draft_id = d.id WHERE d.id = ${draftId}::uuid FOR NO KEY UPDATE OF d`;
  if (read === null || now?.revision !== read.revision || now.accountId !== read.accountId)
    return lockWithSource(tx, ctx, await ownDraft(tx, ctx, draftId));
  const { id, sealed, sealedAt } = now;
  return { draft: read, source: id && sealed && sealedAt ? { id, sealed, sealedAt } : null };
}

type Locked = Pick<Draft, 'accountId' | 'revision'> & {
  [Part in keyof SourceRecord]: SourceRecord[Part] | null;
};

/** Keeps what is written and moves the draft's expiry on. The draft must be locked. */
export async function keepDraft(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  written: { answers?: OpenAnswers; unfinished?: Unfinished },
): Promise<void> {
  const now = ctx.clock.now();
  const { answers = draft.answers, unfinished = draft.unfinished } = written;
  await tx.draft.update({
    where: { id: draft.id },
    data: {
      answers: answers as Prisma.InputJsonObject,
      unfinished: unfinished,
      saysDanger: saysDangerInDraft({ definition: draft.definition, answers, unfinished }),
      revision: { increment: 1 },
      updatedAt: now,
      // Its new end is another date, of which it is told anew.
      warnedAt: null,
      reminders: 0,
      expiresAt: await draftExpiry(tx, ctx, now),
    },
    select: { id: true },
  });
}
