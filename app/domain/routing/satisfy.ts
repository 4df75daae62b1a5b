/** A condition on variables that each take one of finitely many values. */
export type Formula =
  | { variable: string; in: readonly string[] }
  | { all: readonly Formula[] }
  | { any: readonly Formula[] }
  | { not: Formula };

/** Each variable with all its values. */
export type Variables = ReadonlyMap<string, readonly string[]>;

/** The values that make a formula true; a variable that is left out may have any. */
export type Assignment = ReadonlyMap<string, string>;

export const both = (...parts: Formula[]): Formula => ({ all: parts });
export const either = (...parts: Formula[]): Formula => ({ any: parts });
export const not = (part: Formula): Formula => ({ not: part });

/** True, false, or not decided yet: then `open` is a variable on which it still depends. */
type Verdict = boolean | { open: string };

function joined(parts: readonly Formula[], given: Assignment, decisive: boolean): Verdict {
  let open: Verdict = !decisive;
  for (const part of parts) {
    const verdict = verdictOf(part, given);
    if (verdict === decisive) return decisive;
    if (typeof verdict === 'object' && typeof open === 'boolean') open = verdict;
  }
  return open;
}

function verdictOf(formula: Formula, given: Assignment): Verdict {
  if ('all' in formula) return joined(formula.all, given, false);
  if ('any' in formula) return joined(formula.any, given, true);
  if ('not' in formula) {
    const verdict = verdictOf(formula.not, given);
    return typeof verdict === 'boolean' ? !verdict : verdict;
  }
  const value = given.get(formula.variable);
  return value === undefined ? { open: formula.variable } : formula.in.includes(value);
}

/** Looks at this many partial assignments at most: rules as people write them need some dozens. */
export const mostSteps = 20_000;

/**
 * Values for which the formula is true, or null when there are none: exact, as every value of every variable on which
 * it depends is tried until it is decided. `too_intricate` after `mostSteps`.
 */
export function satisfy(formula: Formula, variables: Variables): Assignment | null | 'too_intricate' {
  let steps = 0;
  const given = new Map<string, string>();

  function search(): boolean {
    steps += 1;
    if (steps > mostSteps) return false;
    const verdict = verdictOf(formula, given);
    if (typeof verdict === 'boolean') return verdict;
    const values = variables.get(verdict.open);
    if (values === undefined) throw new Error(`The variable "${verdict.open}" has no values`);
    for (const value of values) {
      given.set(verdict.open, value);
      if (search()) return true;
    }
    given.delete(verdict.open);
    return false;
  }

  if (search()) return given;
  return steps > mostSteps ? 'too_intricate' : null;
}
