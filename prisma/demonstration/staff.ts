import type { Role } from '#app/domain/kernel/actor.ts';
import { idFor } from '#app/domain/force/pack-rows.ts';
import type { OrganisationKind } from '#app/domain/kernel/report-labels.ts';
import type { Demonstration } from '#app/domain/admin/demonstration-schema.ts';
import volumes from './data/volumes.json' with { type: 'json' };
import type { Random } from './random.ts';

/** Somebody who writes reports. `area` is that of their reporting centre, where they have one. */
export type Reporter = {
  email: string;
  organisation: string;
  kind: OrganisationKind;
  area: string | null;
  /** The id of the site that they report from; null where the organisation has none. */
  site: string | null;
};

/** Who does what in the demonstration, by e-mail address. */
export type Staff = {
  reporters: Reporter[];
  officers: string[];
  supervisors: string[];
  /** First the officer on duty, then the deputy. */
  onDuty: string[];
  dutyInspector: string;
  spocOf: (area: string | null) => string;
  mdsLead: string;
};

export function staffOf({ accounts, organisations, dutyList }: Demonstration): Staff {
  const holders = (role: Role, area?: string | null): string[] =>
    accounts
      .filter(({ roles }) =>
        roles.some((held) => held.role === role && (area === undefined || held.area === area)),
      )
      .map(({ email }) => email);
  const inPosition = (position: string): string[] =>
    dutyList.filter((entry) => entry.position === position).map(({ account }) => account);
  const only = ([email]: string[], what: string): string => {
    if (email === undefined) throw new Error(`The demonstration has nobody who is ${what}.`);
    return email;
  };
  return {
    reporters: accounts.flatMap(({ email, organisation: code, site, roles }) => {
      const organisation = organisations.find((one) => one.code === code);
      if (!organisation || !roles.some(({ role }) => role === 'reporter')) return [];
      const area = organisation.sites.find(({ name }) => name === site)?.area ?? null;
      const from = site ?? organisation.sites[0]?.name ?? null;
      return [
        {
          email,
          organisation: organisation.code,
          kind: organisation.kind,
          area,
          site: from === null ? null : idFor('organisation_site', `${organisation.code} ${from}`),
        },
      ];
    }),
    officers: holders('fib_officer'),
    supervisors: holders('fib_supervisor'),
    onDuty: [...inPosition('duty_officer'), ...inPosition('deputy')],
    dutyInspector: only(inPosition('duty_inspector'), 'duty inspector'),
    spocOf: (area) => only(holders('spoc', area), `SPOC of ${area ?? 'the force'}`),
    mdsLead: only(holders('mds_lead'), 'MDS lead'),
  };
}

/**
 * How much each partner sends, before the first turning point and after each. Reporting centres come in late and then
 * send most; one charity falls silent.
 */
const shares: Readonly<Record<string, readonly number[]>> = volumes.shares;

/** Who sends the next report in a phase of the year (see volumes.ts). */
export function nextReporter({ reporters }: Staff, phase: number, random: Random): Reporter {
  const organisation = random.weighted(
    Object.entries(shares).map(([code, share]) => [code, share[phase] ?? 0] as const),
  );
  return random.pick(reporters.filter((reporter) => reporter.organisation === organisation));
}

/** How much is seen in each area, before the last turning point and after it. */
const seen: Readonly<Record<string, readonly number[]>> = volumes.seen;

/** The area that a report is about: a reporting centre mostly speaks of its own. */
export function areaSeen(reporter: Reporter, phase: number, random: Random): string {
  if (reporter.area !== null && random.chance(0.65)) return reporter.area;
  return random.weighted(
    Object.entries(seen).map(([code, [before = 0, after = 0]]) => [code, phase < 3 ? before : after]),
  );
}
