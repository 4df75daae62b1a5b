import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { readOwnContact } from '../../kernel/own-contacts.ts';
import { may } from '../../kernel/permissions.ts';
import { changeShownOrganisation, type ShownOrganisation } from './shown-organisation.server.ts';

/** As many as an organisation has, and the longest of them in characters. */
const most = 40;
const longest = 120;

/**
 * Says which numbers and addresses are an organisation's own, one a line: the standing watch tells nobody that two reports
 * name one. They are public, so the trail says which were added and taken away. @throws Forbidden, Invalid, NotFound, Conflict
 */
export async function changeOwnContacts(
  ctx: Ctx,
  input: ShownOrganisation & { ownContacts: string },
): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const { organisationId } = input;
  const ownContacts = linesOf(input.ownContacts);
  await transaction(ctx.db, async (tx) => {
    const before = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: { ownContacts: true },
    });
    if (!before) throw new NotFound();
    const added = ownContacts.filter((line) => !before.ownContacts.includes(line));
    const removed = before.ownContacts.filter((line) => !ownContacts.includes(line));
    if (added.length + removed.length === 0) return;
    await changeShownOrganisation(tx, input, { ownContacts });
    await record(tx, ctx, {
      type: 'organisation.own_contacts_changed',
      data: { added, removed },
      subject: { type: 'organisation', id: organisationId },
    });
  });
}

/** The lines that say something, each thing once. @throws Invalid that names the first that is none */
function linesOf(typed: string): string[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  const read = new Map<string, string>();
  for (const line of lines) {
    const contact = line.length > longest ? null : readOwnContact(line);
    if (contact === null)
      throw new Invalid({
        ownContacts: `“${line.slice(0, 60)}” is not a telephone number with its area code, an email address, a website of its own or an address with a full postcode`,
      });
    const key = JSON.stringify(contact);
    if (!read.has(key)) read.set(key, line);
  }
  if (read.size > most) throw new Invalid({ ownContacts: `Enter ${most} or fewer` });
  return [...read.values()];
}
