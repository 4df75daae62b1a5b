import { certainShare } from '#app/domain/routing/postcode.ts';
import type { ForcePack } from '#app/domain/admin/pack-schema.ts';
import type { Random } from './random.ts';

export type Geography = ReturnType<typeof geographyOf>;

/** A postcode that can be read and lies nowhere: the one that health services write for "abroad". */
export const nowhere = 'ZZ99 3ZZ';

const unusedEndings = ['ZX', 'ZY', 'ZZ', 'XZ', 'YZ', 'XY'];

/** Where the demonstration's reports may lie, from the pack's own postcode data. Areas and queues are named by code. */
export function geographyOf(pack: ForcePack) {
  const known = (value: string | undefined, what: string): string => {
    if (value === undefined) throw new Error(`The pack has no ${what}.`);
    return value;
  };
  const areas = pack.areas.map(({ code }) => code);
  const certain = pack.postcodes.filter(
    ({ scope, primaryShare }) => scope === 'sector' && primaryShare === 1,
  );
  const sectorsOf = (isHere: (primary: string) => boolean) =>
    certain.filter(({ primary }) => isHere(primary)).map(({ code }) => code);
  const byArea = new Map(areas.map((area) => [area, sectorsOf((primary) => primary === area)]));
  const beyond = sectorsOf((primary) => primary.startsWith('OUT:'));
  const split = pack.postcodes.filter(
    ({ scope, primary, primaryShare }) =>
      scope === 'district' && primaryShare < certainShare && areas.includes(primary),
  );
  const whole = (sectors: string[], random: Random) => random.pick(sectors) + random.pick(unusedEndings);
  const queueWith = (is: (queue: ForcePack['queues'][number]) => boolean, what: string) =>
    known(pack.queues.find(is)?.code, what);
  return {
    areas,
    nameOf: (area: string) => known(pack.areas.find(({ code }) => code === area)?.name, `area ${area}`),
    queueOf: (area: string) => queueWith((queue) => queue.area === area, `queue of ${area}`),
    fib: queueWith(({ kind }) => kind === 'fib', 'FIB queue'),
    forceSpoc: queueWith(({ kind }) => kind === 'force_spoc', 'force SPOC queue'),
    /** A whole postcode that lies in an area: the sector is real, its last letters are of no known building. */
    inArea: (area: string, random: Random) => whole(byArea.get(area) ?? [], random),
    /** The first part of a postcode that could be in several areas. */
    ambiguous: (random: Random) => random.pick(split).code,
    outside: (random: Random) => whole(beyond, random),
    /** The force in whose area a whole postcode outside lies, as the pack names it. */
    forceOf: (postcode: string) => {
      const sector = certain.find(({ code }) => code === postcode.slice(0, -2));
      return known(sector?.primary.replace(/^OUT:/, ''), `force for ${postcode}`);
    },
  };
}
