import { currentForce } from '../../force/current-force.server.ts';
import { notTheirsOf } from '../../intake/submitting/mentions.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { normalisedPhone, normalisedWebsite } from '../../kernel/normalise.ts';
import { isOwnContact, isOwnOffice, readOwnContact } from '../../kernel/own-contacts.ts';

/** Whether what was written in a report is nobody's of whom reports tell: a helpline's, the force's own or a partner's own. */
export type Nobodys = { contact: (written: string) => boolean; place: (written: string) => boolean };

export async function nobodysOf(ctx: SystemCtx): Promise<Nobodys> {
  const force = await currentForce(ctx.db, ctx);
  const partners = await ctx.db.organisation.findMany({
    where: { status: { not: 'closed' }, ownContacts: { isEmpty: false } },
    select: { ownContacts: true },
  });
  const { mailDomains, ownContacts } = force.force;
  const own = [...mailDomains, ...ownContacts, ...partners.flatMap((partner) => partner.ownContacts)].flatMap(
    (written) => readOwnContact(written) ?? [],
  );
  const helplines = notTheirsOf(force);
  return {
    contact: (written) =>
      helplines.phones.includes(normalisedPhone(written) ?? '') ||
      helplines.websites.includes(normalisedWebsite(written)) ||
      own.some((each) => isOwnContact(each, written)),
    place: (written) => own.some((each) => isOwnOffice(each, written)),
  };
}
