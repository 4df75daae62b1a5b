import { Prisma } from '#app/platform/db/generated/client.ts';
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

type MadeBy = NonNullable<Draft['madeBy']>;

/** A draft as the database gives it, with all that its pages need. */
export type DraftRow = Omit<
  Draft,
  'enteredFor' | 'madeBy' | 'definition' | 'answers' | 'unfinished' | 'createdAt' | 'updatedAt' | 'expiresAt'
> & {
  organisation: string;
  madeBy: (Omit<MadeBy, 'contactSealed'> & { contactSealed: string | null }) | null;
  formVersion: number;
  answers: Prisma.JsonValue;
  unfinished: Prisma.JsonValue;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
};

/**
 * A draft as JSON, a `DraftRow`; NULL unless it is of the account that `writer` names. The guard has it read by the statement
 * that finds who asks, since every page of a draft needs both.
 */
export const draftOfWriter = (draftId: Id<'Draft'>, writer: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT json_build_object('id', d.id, 'accountId', d.account_id, 'organisationId', d.organisation_id, 'siteId', d.site_id,
      'channel', d.channel, 'reportedBy', d.reported_by, 'organisation', partner.name, 'formVersion', d.form_version,
      'answers', d.answers, 'unfinished', d.unfinished, 'revision', d.revision,
      'createdAt', d.created_at, 'updatedAt', d.updated_at, 'expiresAt', d.expires_at,
      'madeBy', CASE WHEN maker.id IS NOT NULL THEN json_build_object('id', maker.id, 'email', maker.email,
        'contactSealed', encode(maker.contact_sealed, 'base64'), 'sharingLimit', maker.sharing_limit, 'callFirst', maker.call_first) END)
    FROM draft d JOIN organisation partner ON partner.id = d.organisation_id
      LEFT JOIN account maker ON maker.id = CASE WHEN d.channel = 'web' THEN d.account_id ELSE d.reported_by END
    WHERE d.id = ${draftId}::uuid AND d.account_id = ${writer})`;

/** The draft of whoever asks. Somebody else's looks as if it did not exist. @throws NotFound */
export async function ownDraft(db: Ctx['db'] | Tx, ctx: Ctx, draftId: Id<'Draft'>): Promise<Draft> {
  const { accountId } = requireWriter(ctx);
  const [found] = await db.$queryRaw<{ draft: DraftRow | null }[]>`
    SELECT ${draftOfWriter(draftId, Prisma.sql`${accountId}::uuid`)} AS draft`;
  return ownDraftOf(db, ctx, found?.draft ?? null);
}

/** The same of what was read with whoever asks. @throws NotFound */
export async function ownDraftOf(db: Ctx['db'] | Tx, ctx: Ctx, row: DraftRow | null): Promise<Draft> {
  const { accountId, assists } = requireWriter(ctx);
  if (row?.accountId !== accountId || (row.channel !== 'web') !== assists) throw new NotFound();
  const { organisation, madeBy, formVersion, createdAt, updatedAt, expiresAt, ...rest } = row;
  const { channel } = rest;
  const definition = await formOfVersion(db, formVersion);
  return {
    ...rest,
    madeBy: madeBy && {
      ...madeBy,
      contactSealed:
        madeBy.contactSealed === null ? null : new Uint8Array(Buffer.from(madeBy.contactSealed, 'base64')),
    },
    enteredFor: channel === 'web' ? null : { organisation, channel },
    definition,
    answers: openAnswersFrom(definition, row.answers),
    unfinished: unfinishedFrom(row.unfinished),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    expiresAt: new Date(expiresAt),
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
