/**
 * A sector lay in the area `old` on some day; today it lies in `now`: an area, "none" outside the force, null in no
 * rule.
 */
export type SectorMove = { old: string; now: string | null };

/**
 * Where an area of the past, or what it was, lies today, by code. `to` is empty where no rule of today knows its
 * sectors. With one entry everything that the area had counts there; with several the place has to tell.
 */
export type AreaChange = { code: string; to: string[] };

/** The areas that are not today, whole, what they once were. An area that kept its sectors is not among them. */
export function areaChangesOf(moves: readonly SectorMove[]): AreaChange[] {
  const destinations = new Map<string, Set<string>>();
  for (const { old, now } of moves) {
    const known = destinations.get(old) ?? new Set<string>();
    if (now !== null) known.add(now);
    destinations.set(old, known);
  }
  return [...destinations]
    .map(([code, to]) => ({ code, to: [...to].sort() }))
    .filter(({ code, to }) => to.length !== 1 || to[0] !== code);
}

/** The areas of which the area alone does not tell where its submissions lie today. */
export function splitAreas(changes: readonly AreaChange[]): string[] {
  return changes.filter(({ to }) => to.length !== 1).map(({ code }) => code);
}

/** The code of today of each area with one successor, by its own code. */
export function singleSuccessors(changes: readonly AreaChange[]): Map<string, string> {
  return new Map(
    changes.flatMap(({ code, to }) => (to.length === 1 && to[0] ? [[code, to[0]] as const] : [])),
  );
}
