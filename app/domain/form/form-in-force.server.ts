import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { formOfVersion } from './forms.server.ts';
import type { Form } from './held-forms.ts';

/** The form that a report is begun with: the newest version published by then, and when it was agreed. */
export type FormInForce = { definition: Form; agreedOn: Date };

/**
 * A report keeps the version that it was begun with, so only who begins one asks. Which version is in force is read each
 * time: another instance may have published one. @throws Error before there is any
 */
export async function formInForce(db: Db | Tx, now: Date): Promise<FormInForce> {
  const found = await db.formVersion.findFirst({
    where: { publishedAt: { lte: now } },
    orderBy: { version: 'desc' },
    select: { version: true, agreedOn: true },
  });
  if (found === null) throw new Error('No version of the form is in force.');
  return { definition: await formOfVersion(db, found.version), agreedOn: found.agreedOn };
}
