/** Joins the class names that are present. Absent ones (false, null, undefined, '') leave no gap. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
