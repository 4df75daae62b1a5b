import type { Role } from '#app/domain/kernel/actor.ts';
import { idFor } from '#app/domain/force/pack-rows.ts';
import type { Demonstration } from '#app/domain/admin/demonstration-schema.ts';
import volumes from './data/volumes.json' with { type: 'json' };
import type { Random } from './random.ts';

export type Staff = ReturnType<typeof staffOf>;
export type Reporter = Staff['reporters'][number];

/** Who does what in the demonstration, by e-mail address. */
export function staffOf({ accounts, organisations, dutyList }: Demonstration) {
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
  const writers = accounts.filter(({ roles }) => roles.some(({ role }) => role === 'reporter'));
  return {
    /** Who writes reports, with the area of their reporting centre and the id of the site that they report from. */
    reporters: writers.flatMap(({ email, organisation: code, site }) => {
      const organisation = organisations.find((one) => one.code === code);
      if (!organisation) return [];
      const area = organisation.sites.find(({ name }) => name === site)?.area ?? null;
      const from = site ?? organisation.sites[0]?.name ?? null;
      const siteId = from === null ? null : idFor('organisation_site', `${organisation.code} ${from}`);
      return [{ email, organisation: organisation.code, area, site: siteId }];
    }),
    officers: holders('fib_officer'),
    supervisors: holders('fib_supervisor'),
    /** First the officer on duty, then the deputy. */
    onDuty: [...inPosition('duty_officer'), ...inPosition('deputy')],
    dutyInspector: only(inPosition('duty_inspector'), 'duty inspector'),
    spocOf: (area: string | null) => only(holders('spoc', area), `SPOC of ${area ?? 'the force'}`),
    mdsLead: only(holders('mds_lead'), 'MDS lead'),
  };
}

/**
 * How much each partner sends, before the first turning point and after each. Reporting centres come in late and then
 * send most; one charity falls silent.
 */
const shares = Object.entries(volumes.shares);
/** How much is seen in each area, before the last turning point and after it. */
const seen = Object.entries(volumes.seen);

/** Who sends the next report in a phase of the year (see volumes.ts). */
export function nextReporter({ reporters }: Staff, phase: number, random: Random): Reporter {
  const [organisation] = random.pick(shares, ([, share]) => share[phase] ?? 0);
  return random.pick(reporters.filter((reporter) => reporter.organisation === organisation));
}

/** The area that a report is about: a reporting centre mostly speaks of its own. */
export function areaSeen(reporter: Reporter, phase: number, random: Random): string {
  if (reporter.area !== null && random.chance(0.65)) return reporter.area;
  const [area] = random.pick(seen, ([, weights]) => weights[phase < 3 ? 0 : 1] ?? 0);
  return area;
}
