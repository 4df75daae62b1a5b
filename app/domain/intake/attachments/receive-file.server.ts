import { createHash } from 'node:crypto';
import { newFileKey, sealFileKey, type FileKey } from '#app/platform/crypto/sealed-stream.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Limit } from '#app/platform/limits.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import type { Depot } from './depot.ts';
import { detectKind } from './detect-kind.server.ts';
import { fileLimits, type FileKind, nameFits, shownFileName } from './file-kinds.ts';
import { judge, type Judgement } from './judge.server.ts';
import { fileRefusals } from './refusals.ts';
import { fileKeyPlace, keepPart, openDetails, sealDetails } from './sealed-file.server.ts';
import { settle } from './settle.server.ts';

/** `content` is one file as it was posted, its name included; `description` says what it shows. */
export type SentFile = { description: string; content: File };

/** `already`: the same file was there, and is there once. */
export type Added = { attachmentId: Id<'Attachment'>; outcome: 'clean' | 'quarantined' | 'already' };

/** What a file is added to: a draft, or a report that was sent. */
export type FileHolder = {
  /** Under which its files stand in order: the draft, or the report itself for what is added to it afterwards. */
  draftId: Id<'Draft'>;
  submissionId: Id<'Submission'> | null;
  /** Locks it, before anything is added. @throws NotFound, Conflict where nothing may be, Invalid for what it says */
  lock: (tx: Tx, description: string) => Promise<void>;
  /** Once the row of the file is there. */
  touched: (tx: Tx) => Promise<void>;
  /** Once it is known what became of the file. The holder is locked, and may be gone. */
  settled: (tx: Tx, file: ReceivedFile, state: Judgement['state']) => Promise<void>;
};

/** A file whose row is there. */
export type ReceivedFile = {
  id: Id<'Attachment'>;
  description: string;
  kind: FileKind;
  key: FileKey;
  content: File;
  sha256: string;
};

const uploads: Limit = { name: 'upload', points: 120, seconds: 60 * 60 };

/** How long a person is kept waiting for the scanner. A job has more patience. Milliseconds. */
const patience = 20_000;

/** How long a file may be between its row and its place in the store. Milliseconds. */
const stillOnItsWay = 2 * 60_000;

/**
 * Takes one file: by content of a kind that is taken and its name fits, within the limits, sealed into quarantine, then
 * scanned. What is not clean for certain stays in quarantine, and nothing waits for it.
 * @throws NotFound, Conflict, Invalid with words for `file` or `description`, RateLimited
 */
export async function receiveFile(
  ctx: Ctx,
  depot: Depot,
  holder: FileHolder,
  { content, description: typed }: SentFile,
): Promise<Added> {
  const wait = await ctx.limits.take(uploads, ctx.actor.accountId);
  if (wait !== null) throw new RateLimited(wait);
  const description = typed.trim().replace(/\s+/g, ' ');
  const kind = await acceptedKind(content, description);
  const sha256 = await digestOf(content);
  const file = { id: newId<'Attachment'>(), description, kind, key: newFileKey(), content, sha256 };
  const earlier = await transaction(ctx.db, async (tx) => {
    await holder.lock(tx, description);
    const same = await makeRoom(tx, ctx, holder, file);
    if (same) return same;
    await keepRow(tx, ctx, holder, file);
    return null;
  });
  if (earlier) return { attachmentId: earlier, outcome: 'already' };
  const judgement = await storeAndJudge(depot, file).catch(async (failure: unknown) => {
    depot.report(failure);
    await abandon(ctx, file.id);
    throw new Invalid({ file: fileRefusals.notUploaded });
  });
  await finish(ctx, depot, holder, file, judgement);
  if (judgement.state === 'refused') throw new Invalid({ file: fileRefusals[judgement.refusedFor] });
  return { attachmentId: file.id, outcome: judgement.state };
}

async function acceptedKind(content: File, description: string): Promise<FileKind> {
  const errors: Record<string, string> = {};
  const kind = content.size > 0 ? await detectKind(content) : null;
  if (content.size === 0) errors.file = fileRefusals.empty;
  else if (content.size > fileLimits.bytes) errors.file = fileRefusals.tooLarge;
  else if (kind === null) errors.file = fileRefusals.kind;
  else if (kind === 'password' || kind === 'markup') errors.file = fileRefusals[kind];
  else if (!nameFits(content.name, kind)) errors.file = fileRefusals.name;
  if (description.length > fileLimits.description) errors.description = fileRefusals.description;
  if (kind === null || kind === 'password' || kind === 'markup' || Object.keys(errors).length > 0)
    throw new Invalid(errors);
  return kind;
}

/** Every file of a draft, or of a report with what was added to it. */
const filesOf = ({ draftId, submissionId }: FileHolder) =>
  submissionId === null ? { draftId } : { OR: [{ draftId }, { submissionId }] };

/** The id of the same file where it is there already. @throws Invalid when there is no room for another */
async function makeRoom(
  tx: Tx,
  ctx: Ctx,
  holder: FileHolder,
  { sha256, content }: ReceivedFile,
): Promise<Id<'Attachment'> | null> {
  const rows = await tx.attachment.findMany({
    where: filesOf(holder),
    select: { id: true, size: true, state: true, storedAt: true, receivedAt: true, details: true },
  });
  const kept = rows.filter(({ state }) => state !== 'refused');
  // A second click finds the first still on its way; one that never arrived does not stand in the way of another try.
  const onItsWay = ctx.clock.now().getTime() - stillOnItsWay;
  const there = kept.filter(
    ({ storedAt, receivedAt }) => storedAt !== null || receivedAt.getTime() > onItsWay,
  );
  const same = there.find((row) => openDetails(ctx.keyring, row)?.sha256 === sha256);
  if (same) return same.id;
  const total = kept.reduce((sum, { size }) => sum + size, 0);
  if (kept.length >= fileLimits.files || rows.length >= fileLimits.attempts)
    throw new Invalid({ file: fileRefusals.tooMany });
  if (total + content.size > fileLimits.total) throw new Invalid({ file: fileRefusals.total });
  return null;
}

/** The row comes before the bytes: whatever breaks off afterwards, nothing is in the store that no row knows of. */
async function keepRow(tx: Tx, ctx: Ctx, holder: FileHolder, file: ReceivedFile): Promise<void> {
  const last = await tx.attachment.aggregate({ where: filesOf(holder), _max: { position: true } });
  await tx.attachment.create({
    data: {
      id: file.id,
      draftId: holder.draftId,
      position: (last._max.position ?? 0) + 1,
      description: file.description,
      kind: file.kind,
      size: file.content.size,
      details: sealDetails(ctx.keyring, file.id, {
        name: shownFileName(file.content.name),
        sha256: file.sha256,
      }),
      fileKey: sealFileKey(ctx.keyring, file.key, fileKeyPlace(file.id)),
      state: 'quarantined',
      receivedAt: ctx.clock.now(),
    },
  });
  await holder.touched(tx);
}

async function storeAndJudge(
  depot: Depot,
  { id, kind, key, content }: Pick<ReceivedFile, 'id' | 'kind' | 'key' | 'content'>,
): Promise<Judgement> {
  await keepPart(depot.files, key, id, 'original', content.stream(), content.size);
  return judge(depot, { id, kind, key, content: () => Promise.resolve(content.stream()) }, patience);
}

/** @throws NotFound when the draft was sent or deleted, or the report withdrawn, while the file came in */
async function finish(
  ctx: Ctx,
  depot: Depot,
  holder: FileHolder,
  file: ReceivedFile,
  judgement: Judgement,
): Promise<void> {
  const { draftId, submissionId } = holder;
  const there = await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM draft WHERE id = ${draftId}::uuid FOR NO KEY UPDATE`;
    const sent = submissionId === null ? {} : { submissionId };
    const settled = await settle(tx, ctx, file.id, judgement, { storedAt: ctx.clock.now(), ...sent });
    if (!settled) return false;
    await holder.settled(tx, file, judgement.state);
    if (judgement.state === 'quarantined' && depot.scanner.configured)
      await enqueue(tx, { name: 'scan-attachment', data: { attachmentId: file.id } });
    return true;
  });
  if (!there) throw new NotFound();
}

async function abandon(ctx: Ctx, id: Id<'Attachment'>): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tx.attachment.deleteMany({ where: { id, storedAt: null } });
    await enqueue(tx, { name: 'remove-file', data: { attachmentId: id } });
  });
}

async function digestOf(content: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content.stream()) hash.update(chunk);
  return hash.digest('hex');
}
