import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { longestQuery, shortestQuery } from '../connections/search/read-query.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { foldedName } from '../kernel/normalise.ts';
import { may } from '../kernel/permissions.ts';
import type { Status } from '../kernel/statuses.ts';
import { readableBy } from '../submission/readable.server.ts';
import { personParts, type FoundBy, type PersonLookedFor } from './person-parts.server.ts';

export type PersonReport = {
  id: Id<'Submission'>;
  reference: string;
  received_at: Date;
  organisation: string;
  status: Status;
  restricted: boolean;
  /** The queue that holds it: whom to ask where the actor may not read it. */
  queue: string;
  readable: boolean;
  /** By what it was found and where: what that place says, or nothing where it is a text or may not be read. */
  found: { by: FoundBy; thing: string; value: string }[];
};

export type PersonAccount = {
  id: Id<'Account'>;
  name: string;
  email: string;
  organisation: string | null;
};

/** `more`: there are further reports, and something has to be added to find them all. */
export type PersonFound = { reports: PersonReport[]; accounts: PersonAccount[]; more: boolean };

/** So many reports at once. */
const most = 200;
const milliseconds = 10_000;

/**
 * Looks for a person in every report, item, message and account, for whoever decides about a request of that person. That a
 * report holds something is said whoever works on it; what it says to those alone who may read it. Recorded without the words. @throws NotFound, Invalid
 */
export async function findPerson(ctx: Ctx, person: PersonLookedFor): Promise<PersonFound> {
  return transaction(ctx.db, async (tx) => {
    const found = await lookForPerson(tx, ctx, person);
    await record(tx, ctx, { type: 'person.looked_for', data: countsOf(found) });
    return found;
  });
}

export const countsOf = ({ reports, accounts }: PersonFound) => ({
  reports: reports.length,
  accounts: accounts.length,
});

/** Without recording, for what records more. Reports that are found by most come first. @throws NotFound, Invalid */
export async function lookForPerson(tx: Tx, ctx: Ctx, person: PersonLookedFor): Promise<PersonFound> {
  if (!may(ctx.actor, 'retention.decide')) throw new NotFound();
  refuseUnreadable(person);
  const hits = personParts(person).map(
    ({ by, part: { thing, value, from, where } }) =>
      Prisma.sql`SELECT o.submission_id, ${by}::text AS by, ${thing} AS thing, ${value}::text AS value FROM ${from} WHERE ${where}`,
  );
  const readable = readableBy(ctx);
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(milliseconds)}, true)`;
  const reports = await tx.$queryRaw<PersonReport[]>`
    WITH hit AS (${Prisma.join(hits, ' UNION ALL ')}),
    best AS (
      SELECT submission_id, count(DISTINCT by) AS ways,
        (array_agg(DISTINCT jsonb_build_object('by', by, 'thing', thing, 'value', value)))[1:10] AS found,
        (array_agg(DISTINCT jsonb_build_object('by', by, 'thing', 'report', 'value', ''))) AS closed
      FROM hit GROUP BY submission_id)
    SELECT s.id, s.reference, s.submitted_at AS received_at, g.name AS organisation, s.status, s.restricted, q.name AS queue,
      ${readable} AS readable, to_jsonb(CASE WHEN ${readable} THEN b.found ELSE b.closed END) AS found
    FROM best b JOIN submission s ON s.id = b.submission_id JOIN organisation g ON g.id = s.organisation_id JOIN queue q ON q.id = s.primary_queue_id
    ORDER BY b.ways DESC, s.submitted_at DESC, s.id LIMIT ${most + 1}`;
  return {
    reports: reports.slice(0, most),
    accounts: await accountsOf(tx, person.name),
    more: reports.length > most,
  };
}

function refuseUnreadable(person: PersonLookedFor): void {
  const { name, born, phone, address } = person;
  if (name === '' && born === null && phone === '' && address === '')
    throw new Invalid({ name: 'Enter a name, a date of birth, a telephone number or an address' });
  const errors: Record<string, string> = {};
  for (const [field, label, text] of [
    ['name', 'Name', name],
    ['phone', 'Telephone number', phone],
    ['address', 'Address', address],
  ] as const) {
    if (text.length > longestQuery) errors[field] = `${label} must be ${longestQuery} characters or less`;
    else if (text !== '' && text.replace(/[^\p{L}\p{N}]/gu, '').length < shortestQuery)
      errors[field] = `${label} must have at least ${shortestQuery} letters or numbers`;
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** Accounts are few: those whose name is like it. */
function accountsOf(tx: Tx, name: string): Promise<PersonAccount[]> {
  const words = foldedName(name);
  if (words === '') return Promise.resolve([]);
  return tx.$queryRaw<PersonAccount[]>`
    SELECT a.id, a.display_name AS name, a.email, g.name AS organisation
    FROM account a LEFT JOIN organisation g ON g.id = a.organisation_id
    WHERE ${words}::text <% lower(unaccent(a.display_name)) ORDER BY a.display_name, a.id LIMIT ${most}`;
}
