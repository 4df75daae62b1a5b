import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../kernel/context.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { noticeDays } from '../people/organisations/agreement-term.ts';
import type { Counted, Waits } from './waits.ts';

/** Of the lead's own reports `ownReports` tells. */
export function ownOrganisation(ctx: Ctx): Counted[] {
  const { actor } = ctx;
  if (!actor.organisationId) return [];
  const theirs = Prisma.sql`organisation_id = ${actor.organisationId}::uuid`;
  return [
    {
      code: 'questionsToMembers',
      count: Prisma.sql`SELECT count(*) FROM submission s
        WHERE s.${theirs} AND s.status = 'clarification' AND s.submitted_by <> ${actor.accountId}::uuid`,
      place: 'reports-of-organisation',
      urgent: true,
    },
    {
      code: 'invited',
      count: Prisma.sql`SELECT count(*) FROM account a WHERE a.${theirs} AND a.status = 'invited'`,
      place: 'organisation',
    },
    ...agreements(ctx, Prisma.sql`o.id = ${actor.organisationId}::uuid`, {
      ending: { code: 'ownAgreementEnding', place: 'organisation' },
      ended: { code: 'ownAgreementEnded', place: 'organisation', urgent: true },
    }),
  ];
}

/** Agreements of these organisations that end soon, and those that have ended; reports arrive all the same. */
function agreements(
  { clock }: Ctx,
  which: Prisma.Sql,
  { ending, ended }: { ending: Omit<Waits, 'count'>; ended: Omit<Waits, 'count'> },
): Counted[] {
  const today = forceDay(clock.now());
  const count = Prisma.sql`SELECT count(*) FROM organisation o WHERE ${which} AND o.status <> 'closed'
    AND o.agreement_until`;
  return [
    { ...ended, count: Prisma.sql`${count} < ${today}::date` },
    {
      ...ending,
      count: Prisma.sql`${count} BETWEEN ${today}::date AND ${today}::date + ${noticeDays[0]}::int`,
    },
  ];
}

/** How partner organisations stand: for administrators, and for FIB supervisors, who can call them. */
export function partners(ctx: Ctx): Counted[] {
  const place = 'organisations';
  return [
    {
      code: 'dangerNotSent',
      count: Prisma.sql`SELECT count(*) FROM draft d JOIN organisation o ON o.id = d.organisation_id
        WHERE d.says_danger AND d.channel = 'web' AND o.status <> 'active'`,
      place,
      urgent: true,
    },
    ...agreements(ctx, Prisma.sql`true`, {
      ending: { code: 'agreementsEnding', place },
      ended: { code: 'agreementsEnded', place, urgent: true },
    }),
  ];
}

/** Agreements whose review date comes within this many days. */
const agreementNotice = 30;

export function register(ctx: Ctx): Counted[] {
  const soon = new Date(ctx.clock.now().getTime() + agreementNotice * 24 * 60 * 60_000);
  return [
    {
      code: 'rolesAsked',
      count: Prisma.sql`SELECT count(*) FROM role_request r
        WHERE r.decision IS NULL AND r.asked_by <> ${ctx.actor.accountId}::uuid AND r.account_id <> ${ctx.actor.accountId}::uuid`,
      place: 'role-requests',
    },
    {
      code: 'settingsAsked',
      count: Prisma.sql`SELECT count(*) FROM force_setting s WHERE s.decision IS NULL AND s.asked_by <> ${ctx.actor.accountId}::uuid`,
      place: 'settings',
    },
    {
      code: 'agreements',
      count: Prisma.sql`SELECT count(*) FROM organisation o WHERE o.status = 'active' AND o.agreement_review_on <= ${soon}`,
      place: 'organisations',
    },
    {
      code: 'accountsInvited',
      count: Prisma.sql`SELECT count(*) FROM account a WHERE a.status = 'invited'`,
      place: 'accounts',
    },
  ];
}
