import type { Facts } from './facts.ts';
import type { Candidate } from './postcode.ts';
import type { RoutingQueue } from '../force/force-queues.server.ts';

/** The words a reason may leave open, each filled from the submission's facts. */
export const placeholders = ['areas', 'queue', 'ambiguous', 'outside', 'unknown', 'people'] as const;
export type Placeholder = (typeof placeholders)[number];

const placeholderPattern = /\{([^}]*)\}/g;

/** The placeholders of a reason that do not exist: a rule set with one is refused. */
export function unknownPlaceholders(reason: string): string[] {
  const known: readonly string[] = placeholders;
  return [...reason.matchAll(placeholderPattern)].flatMap(([, name = '']) =>
    known.includes(name) ? [] : [name],
  );
}

/** "A", "A and B", "A, B and C". */
function listed(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/**
 * Fills the placeholders of rules' reasons. A postcode that nobody can read is not repeated in the reason: it is free
 * text and belongs to the original only.
 */
export function reasonWriter(facts: Facts, areas: string[], queues: readonly RoutingQueue[]) {
  const areaName = (code: string) => queues.find((queue) => queue.area?.code === code)?.area?.name ?? code;
  const candidate = (one: Candidate) =>
    `${'area' in one ? areaName(one.area) : one.force} ${percent(one.share)}`;
  const ofPlaces = (words: (place: Facts['places'][number]) => string[]) =>
    listed([...new Set(facts.places.flatMap(words))]);

  const filled: Partial<Record<string, string>> & Record<Exclude<Placeholder, 'queue'>, string> = {
    areas: areas.length === 0 ? 'no area' : listed(areas.map(areaName)),
    ambiguous: ofPlaces((place) =>
      place.kind === 'ambiguous'
        ? [`${place.postcode ?? 'a place'} (${place.candidates.map(candidate).join(', ')})`]
        : [],
    ),
    outside: ofPlaces((place) =>
      place.kind === 'out_of_force'
        ? [`${place.postcode ?? 'a place'} (${place.force ?? 'another force'})`]
        : [],
    ),
    unknown: ofPlaces((place) =>
      place.kind === 'unknown_postcode' ? [place.postcode ?? 'a postcode that cannot be read'] : [],
    ),
    people:
      facts.largestPeopleEstimate === null ? 'an unknown number of' : String(facts.largestPeopleEstimate),
  };

  return (reason: string, queueName: string): string =>
    reason.replace(placeholderPattern, (whole, name: string) =>
      name === 'queue' ? queueName : (filled[name] ?? whole),
    );
}
