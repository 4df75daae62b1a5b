import { createHash } from 'node:crypto';
import { open, UnsealError, type Keyring, type SealedValue } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/platform/db/id.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { openDetails, readPart } from '../intake/attachments/sealed-file.server.ts';
import { definitionHash } from '../form/definition-hash.server.ts';
import type { FormDefinition } from '../form/definition.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { sealedColumns } from './sealing-keys.server.ts';

/** What a restored portal holds, and what of it is not as it was kept: `faults` say what and where, and no content. */
export type RestoreCheck = {
  /** By what is counted; beside the same of the portal that was backed up they say whether all of it came back. */
  counts: { what: string; count: number }[];
  /** When the newest report was sent: everything after it is gone. */
  newest: Date | null;
  sealed: number;
  files: number;
  faults: string[];
};

/** Counts, opens every sealed value, holds every file and every version of the form against its SHA-256. Changes nothing. */
export async function checkRestore(ctx: SystemCtx, files: FileStore): Promise<RestoreCheck> {
  const { db, keyring } = ctx;
  const values = await checkSealedValues(db, keyring);
  const kept = await checkFiles(db, keyring, files);
  return {
    counts: await countAll(db),
    newest: (await db.submission.aggregate({ _max: { submittedAt: true } }))._max.submittedAt,
    sealed: values.count,
    files: kept.count,
    faults: [...values.faults, ...kept.faults, ...(await checkForms(db))],
  };
}

async function countAll(db: Db): Promise<RestoreCheck['counts']> {
  const counted = {
    Reports: db.submission.count(),
    Drafts: db.draft.count(),
    'Intelligence items': db.intelligenceItem.count(),
    Disseminations: db.dissemination.count(),
    Files: db.attachment.count(),
    Accounts: db.account.count(),
    Organisations: db.organisation.count(),
    'Audit events': db.auditEvent.count(),
  };
  return Promise.all(Object.entries(counted).map(async ([what, count]) => ({ what, count: await count })));
}

const batchSize = 500;
type Checked = { count: number; faults: string[] };

/** As many of the newest rows of each sealed column as are asked for, or all. */
export async function checkSealedValues(db: Db, keyring: Keyring, most = Infinity): Promise<Checked> {
  const checked: Checked = { count: 0, faults: [] };
  for (const { table, key, column } of sealedColumns) {
    const [from, id, value] = [table, key, column].map((name) => Prisma.raw(name));
    let before = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    for (let left = most; left > 0;) {
      const rows = await db.$queryRaw<{ row: string; sealed: SealedValue }[]>`
        SELECT ${id}::text AS row, ${value} AS sealed FROM ${from}
        WHERE ${id} < ${before}::uuid AND ${value} IS NOT NULL
        ORDER BY ${id} DESC LIMIT ${Math.min(left, batchSize)}`;
      for (const { row, sealed } of rows)
        if (!opens(keyring, sealed, { table, row, column }))
          checked.faults.push(`${table} ${row}: ${column} does not open`);
      checked.count += rows.length;
      left -= batchSize;
      before = rows.at(-1)?.row ?? '';
      if (rows.length < batchSize) break;
    }
  }
  return checked;
}

function opens(...value: Parameters<typeof open>): boolean {
  try {
    open(...value);
    return true;
  } catch (failure) {
    if (failure instanceof UnsealError) return false;
    throw failure;
  }
}

async function checkFiles(db: Db, keyring: Keyring, files: FileStore): Promise<Checked> {
  const kept = await db.attachment.findMany({
    where: { storedAt: { not: null }, fileKey: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, details: true, fileKey: true },
  });
  const faults: string[] = [];
  for (const row of kept) {
    const fault = await faultOfFile({ keyring, files }, row);
    if (fault !== null) faults.push(`attachment ${row.id}: ${fault}`);
  }
  return { count: kept.length, faults };
}

async function faultOfFile(
  from: { keyring: Keyring; files: FileStore },
  row: { id: Id<'Attachment'>; details: Uint8Array; fileKey: Uint8Array | null },
): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await readPart(from, row, 'original')) hash.update(piece);
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
  return openDetails(from.keyring, row)?.sha256 === hash.digest('hex')
    ? null
    : 'is not the file that was received';
}

async function checkForms(db: Db): Promise<string[]> {
  const forms = await db.formVersion.findMany({ orderBy: { version: 'asc' } });
  return forms
    .filter((form) => definitionHash(form.definition as unknown as FormDefinition) !== form.definitionHash)
    .map(({ version }) => `version ${version} of the form is not as it was published`);
}
