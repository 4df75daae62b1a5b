import { readDemonstration, readForcePack } from './read-force-pack.ts';
import type { Demonstration } from './demonstration-schema.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import { bytesAsText } from '#app/platform/db/row-of.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { roleNames, type Role } from '../kernel/actor.ts';
import { record } from '../audit/record.server.ts';
import type { Id } from '../kernel/id.ts';
import { noWays } from '../people/contact/contact-ways.ts';
import { accountPlace, sealWays } from '../people/contact/sealed-ways.ts';
import { demonstrationPassword, hashOfDemonstration } from '../people/accounts/password.ts';
import { awaitDemonstrationYear, loadDemonstrationYear } from './load-demonstration-year.server.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { addUpCounts } from '../figures/count-facts.server.ts';
import { freezeFigures } from '../figures/freeze-figures.server.ts';
import { idFor, insertRows } from '../force/pack-rows.ts';
import { portalClock, startDemonstrationClock } from '../force/portal-clock.server.ts';

/** Everything that the year's reports stand on is there before the first of them. */
const demonstrationOpens = new Date('2015-04-01T00:00:00Z');

/** One account for each role, and what signs in every one of them. */
export type DemonstrationAccounts = { password: string; accounts: { role: Role; email: string }[] };

type DemonstrationInput = {
  db: Db;
  realTime: Clock;
  packDirectory: string;
  /** Seals the records of the year, and how its people are reached. */
  keyring: Keyring;
  /** Without its year the demonstration has only its people. */
  withYear: boolean;
};

/**
 * Sets up the demonstration: its clock, the force pack, its plainly fictional partners and people, and their year.
 * Idempotent: what is there stays. Answers whether the year was loaded now, and whom a visitor can be.
 */
export async function prepareDemonstration(
  input: DemonstrationInput,
): Promise<{ yearLoaded: boolean; ways: DemonstrationAccounts }> {
  const { db, keyring, packDirectory, withYear } = input;
  const ways = waysIn(await preparePeople(input));
  if (!withYear) return { yearLoaded: false, ways };
  const yearLoaded = (await loadDemonstrationYear({ db, keyring, packDirectory })) === 'loaded';
  // Its figures are there from the first page on, as if the job had run on its days.
  if (!yearLoaded) return { yearLoaded, ways };
  await addUpCounts(db);
  await freezeFigures(recorderOf(input, await portalClock(db, input.realTime)));
  return { yearLoaded, ways };
}

const recorderOf = ({ db, keyring }: DemonstrationInput, clock: Clock) => ({
  db,
  clock,
  keyring,
  actor: null,
  system: 'Demonstration',
  request: { id: 'demonstration' },
});

function waysIn({ accounts }: Demonstration): DemonstrationAccounts {
  return {
    password: demonstrationPassword,
    accounts: roleNames.flatMap((role) =>
      accounts.filter(({ presents }) => presents === role).map(({ email }) => ({ role, email })),
    ),
  };
}

async function preparePeople(input: DemonstrationInput): Promise<Demonstration> {
  const { db, realTime } = input;
  await startDemonstrationClock(db, realTime);
  const isNew = (await db.forcePack.findFirst({ select: { code: true } })) === null;
  const clock = isNew ? fixedClock(demonstrationOpens) : await portalClock(db, realTime);
  const ctx = { ...recorderOf(input, clock), packHash: null };
  const pack = await readForcePack(input.packDirectory);
  await loadForcePack(ctx, pack);
  const demonstration = await readDemonstration(input.packDirectory, pack);
  if (await db.account.findFirst({ where: { demonstration: true }, select: { id: true } }))
    return demonstration;
  const passwordHash = await hashOfDemonstration();
  await transaction(db, async (tx) => {
    const created = demonstrationOpens.toISOString();
    await insertRows(tx, 'organisation', organisationRows(demonstration, created));
    await insertRows(tx, 'organisation_site', siteRows(demonstration));
    await insertRows(tx, 'account', accountRows(demonstration, created, passwordHash, input.keyring));
    await insertRows(tx, 'account_role', roleRows(demonstration));
    await insertRows(
      tx,
      'duty_list_entry',
      demonstration.dutyList.map((entry) => ({
        id: idFor('duty_list_entry', `${entry.account} ${entry.position}`),
        account_id: idFor('account', entry.account),
        position: entry.position,
        valid_from: created,
      })),
    );
    if (input.withYear) await awaitDemonstrationYear(tx);
    await record(tx, ctx, { type: 'demonstration.prepared', data: {} });
  });
  return demonstration;
}

function organisationRows(demonstration: Demonstration, created: string): Record<string, unknown>[] {
  return demonstration.organisations.map((organisation) => ({
    id: idFor('organisation', organisation.code),
    name: organisation.name,
    kind: organisation.kind,
    network_member: organisation.networkMember,
    agreement_reference: organisation.agreementReference,
    agreement_review_on: organisation.agreementReviewOn,
    agreement_full_copy: organisation.agreed?.fullCopy ?? false,
    agreement_cover: organisation.agreed?.cover ?? false,
    agreement_agreed_on: organisation.agreed?.on ?? null,
    agreement_agreed_by: organisation.agreed?.by ?? null,
    status: 'active',
    created_at: created,
  }));
}

const siteId = (organisation: string, site: string) => idFor('organisation_site', `${organisation} ${site}`);

function siteRows(demonstration: Demonstration): Record<string, unknown>[] {
  return demonstration.organisations.flatMap((organisation) =>
    organisation.sites.map((site) => ({
      id: siteId(organisation.code, site.name),
      organisation_id: idFor('organisation', organisation.code),
      name: site.name,
      area_id: idFor('area', site.area),
      accredited_on: site.accreditedOn,
    })),
  );
}

const accountId = (email: string) => idFor('account', email) as Id<'Account'>;

function accountRows(
  demonstration: Demonstration,
  created: string,
  passwordHash: string,
  keyring: Keyring,
): Record<string, unknown>[] {
  return demonstration.accounts.map((account) => ({
    id: accountId(account.email),
    email: account.email,
    display_name: account.displayName,
    side: account.organisation === null ? 'police' : 'partner',
    organisation_id: account.organisation === null ? null : idFor('organisation', account.organisation),
    site_id:
      account.organisation !== null && account.site !== null
        ? siteId(account.organisation, account.site)
        : null,
    contact_sealed:
      account.phone === null
        ? null
        : bytesAsText(
            sealWays(
              keyring,
              { ...noWays, telephone: account.phone },
              accountPlace(accountId(account.email)),
            ),
          ),
    password_hash: passwordHash,
    status: 'active',
    demonstration: true,
    created_at: created,
  }));
}

function roleRows(demonstration: Demonstration): Record<string, unknown>[] {
  return demonstration.accounts.flatMap((account) =>
    account.roles.map((held) => ({
      id: idFor('account_role', `${account.email} ${held.role} ${held.area ?? ''}`),
      account_id: idFor('account', account.email),
      role: held.role,
      area_id: held.area === null ? null : idFor('area', held.area),
      source: account.organisation === null ? 'demonstration' : null,
    })),
  );
}
