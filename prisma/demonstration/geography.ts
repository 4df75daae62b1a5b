import { certainShare } from '#app/domain/routing/postcode.ts';
import type { ForcePack } from '#app/domain/admin/pack-schema.ts';
import type { Random } from './random.ts';

/** Where the demonstration's reports may lie, from the pack's own postcode data. */
export type Geography = {
  /** Codes of the areas. */
  areas: string[];
  nameOf: (area: string) => string;
  queueOf: (area: string) => string;
  fib: string;
  forceSpoc: string;
  /** A whole postcode that lies in an area: the sector is real, its last letters are of no known building. */
  inArea: (area: string, random: Random) => string;
  /** The first part of a postcode that could be in several areas. */
  ambiguous: (random: Random) => string;
  outside: (random: Random) => string;
  /** The force in whose area a whole postcode outside lies, as the pack names it. */
  forceOf: (postcode: string) => string;
};

/** A postcode that can be read and lies nowhere: the one that health services write for "abroad". */
export const nowhere = 'ZZ99 3ZZ';

const unusedEndings = ['ZX', 'ZY', 'ZZ', 'XZ', 'YZ', 'XY'];

export function geographyOf(pack: ForcePack): Geography {
  const areas = pack.areas.map(({ code }) => code);
  const sectors = pack.postcodes.filter(
    ({ scope, primaryShare }) => scope === 'sector' && primaryShare === 1,
  );
  const whole = (codes: string[], random: Random): string =>
    `${random.pick(codes)}${random.pick(unusedEndings)}`;
  const byArea = new Map(
    areas.map((area) => [area, sectors.filter(({ primary }) => primary === area).map(({ code }) => code)]),
  );
  const beyond = sectors.filter(({ primary }) => primary.startsWith('OUT:')).map(({ code }) => code);
  const split = pack.postcodes
    .filter(
      ({ scope, primary, primaryShare }) =>
        scope === 'district' && primaryShare < certainShare && areas.includes(primary),
    )
    .map(({ code }) => code);
  const known = (value: string | undefined, what: string): string => {
    if (value === undefined) throw new Error(`The pack has no ${what}.`);
    return value;
  };
  const kindOf = (kind: string) => pack.queues.find((queue) => queue.kind === kind)?.code;
  return {
    areas,
    nameOf: (area) => known(pack.areas.find(({ code }) => code === area)?.name, `area ${area}`),
    queueOf: (area) => known(pack.queues.find((queue) => queue.area === area)?.code, `queue of ${area}`),
    fib: known(kindOf('fib'), 'FIB queue'),
    forceSpoc: known(kindOf('force_spoc'), 'force SPOC queue'),
    inArea: (area, random) => whole(byArea.get(area) ?? [], random),
    ambiguous: (random) => random.pick(split),
    outside: (random) => whole(beyond, random),
    forceOf: (postcode) => {
      const sector = sectors.find(({ code }) => code === postcode.slice(0, -2));
      return known(sector?.primary.replace(/^OUT:/, ''), `force for ${postcode}`);
    },
  };
}
