import { NotFound } from '#app/domain/kernel/failures.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';

/** The plan that an address names, null for the one in force. @throws NotFound for anything that is no id */
export function askedPlan(url: URL): Id<'Plan'> | null {
  const asked = url.searchParams.get('plan');
  if (asked === null) return null;
  if (!isId<'Plan'>(asked)) throw new NotFound();
  return asked;
}
