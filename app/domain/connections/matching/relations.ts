/** How two reports belong together, as an officer has found. The codes are stored. */
export const relationKinds = {
  duplicate_of: {
    label: 'Same incident: this report is a duplicate of the other',
    of: 'Duplicate of',
    from: 'Original of',
  },
  same_person: { label: 'Same person', of: 'Same person as in', from: 'Same person as in' },
  same_vehicle: { label: 'Same vehicle', of: 'Same vehicle as in', from: 'Same vehicle as in' },
  same_place: { label: 'Same place', of: 'Same place as in', from: 'Same place as in' },
  same_network: { label: 'Same network or group', of: 'Same network as in', from: 'Same network as in' },
} as const satisfies Record<string, { label: string; of: string; from: string }>;

export type RelationKind = keyof typeof relationKinds;
export const relationCodes = Object.keys(relationKinds) as RelationKind[];
export const isRelationKind = (code: string): code is RelationKind => Object.hasOwn(relationKinds, code);

/** A standing relation of one report. `outgoing`: it is this report that is the duplicate, where one is. */
export type Standing = { otherId: string; kind: RelationKind; outgoing: boolean };

/**
 * Why the report cannot be related so, in a sentence; null when it can. An original is no duplicate itself, so that a
 * duplicate always leads to the report that is worked on, and no two point at each other. `original` is the reference of
 * what the other is a duplicate of, where the actor may open it.
 */
export function relationFault(
  kind: RelationKind,
  own: readonly Standing[],
  others: readonly Standing[],
  otherId: string,
  original: string | null = null,
): string | null {
  if (own.some((each) => each.otherId === otherId && each.kind === kind))
    return 'The two reports are linked like this already';
  if (kind !== 'duplicate_of') return null;
  const duplicate = (each: Standing) => each.kind === 'duplicate_of';
  if (own.some((each) => duplicate(each) && each.outgoing))
    return 'This report has an original already. End that link first';
  if (own.some((each) => duplicate(each) && !each.outgoing))
    return 'Other reports are duplicates of this one, so it cannot be a duplicate itself';
  if (others.some((each) => duplicate(each) && each.outgoing))
    return `The other report is a duplicate itself. Link to its original${original === null ? '' : `, ${original}`}`;
  return null;
}
