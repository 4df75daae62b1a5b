import type { AreaVolumes } from './volumes-by-area.server.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const lastRow =
  'What lies in several areas, outside the force or in no known place counts in the last row. The rows add up to the total.';

/** The thing that a count by area counts, in the words of the page. */
export function areaDefinition({ as, changes }: Pick<AreaVolumes, 'as' | 'changes'>): string {
  if (as === 'now')
    return `Distinct submissions by the areas of today, wherever their places lay when they were sent. ${wentTo(changes)} ${lastRow}`;
  return changes.length === 0
    ? `Distinct submissions by the local policing unit in which their places lie. ${lastRow}`
    : `Distinct submissions by the area in which their places lay on the day they were sent. Areas have changed: a new one has only what was sent since. ${lastRow}`;
}

/** Where each changed area counts, those with the same successor together. */
function wentTo(changes: AreaVolumes['changes']): string {
  const joined = new Map<string, string[]>();
  for (const { name, to } of changes)
    if (to.length === 1 && to[0]) joined.set(to[0], [...(joined.get(to[0]) ?? []), name]);
  return [
    ...[...joined].map(
      ([to, names]) => `${list.format(names)} ${names.length === 1 ? 'counts' : 'count'} as ${to}.`,
    ),
    ...changes.filter(({ to }) => to.length > 1).map(divided),
    ...changes
      .filter(({ to }) => to.length === 0)
      .map(({ name }) => `No data says where ${name} lies today: it counts in the row “Cannot be told”.`),
  ].join(' ');
}

function divided({ name, to }: AreaVolumes['changes'][number]): string {
  return `${name} has been divided between ${list.format(to)}: a submission counts where the postcodes of its places lie today, and in the row “Cannot be told” where they do not say.`;
}
