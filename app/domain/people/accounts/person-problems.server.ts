import type { Db } from '#app/platform/db/client.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Side } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';

/**
 * What is wrong with the name and the address of an account, by field; empty when nothing is. Somebody of the police has an
 * address at one of the force's own mail domains: an invitation mailed anywhere else would open the portal to whoever reads
 * that mail.
 */
export async function personProblems(
  db: Pick<Db, '$queryRaw'>,
  ctx: Pick<Ctx, 'packHash'>,
  person: { email: string; displayName: string; side: Side | '' },
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  const email = person.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    errors.email = 'Enter an email address in the correct format, like name@example.com';
  else if (person.side === 'police') {
    const { force } = await currentForce(db, ctx);
    if (!force.mailDomains.includes(email.slice(email.indexOf('@') + 1)))
      errors.email = `Enter an address of the force’s own mail, which ends in ${endings(force.mailDomains)}`;
  }
  if (!person.displayName.trim()) errors.displayName = 'Enter the person’s name';
  if (person.displayName.length > 100) errors.displayName = 'Name must be 100 characters or less';
  return errors;
}

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const endings = (domains: readonly string[]): string =>
  domains.length > 0
    ? or.format(domains.map((domain) => `@${domain}`))
    : 'a mail domain that the force pack names: this one names none';
