import { randomInt, randomUUID } from 'node:crypto';
import { hashToken } from '#app/platform/crypto/token.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { hasFactor } from './factors.server.ts';

const howMany = 10;
/** Without what is easily taken for something else: 0 and o, 1, i and l, u and v. */
const letters = '23456789abcdefghjkmnpqrstwxyz';

/** 16 letters, about 77 bits: guessing one is hopeless, so that its plain hash is enough. */
function newCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [part(), part(), part(), part()].join('-');
}

/** As it may be typed: in capitals, with spaces or without dashes. */
export const plainCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const hashOf = (accountId: Id<'Account'>, code: string) => hashToken(`${accountId} ${plainCode(code)}`);

/** Makes codes, each of which counts once, and gives them: the database keeps their hashes. */
export async function makeCodes(
  tx: Tx,
  { accountId, now, count }: { accountId: Id<'Account'>; now: Date; count: number },
): Promise<string[]> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const codes = Array.from({ length: count }, newCode);
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: randomUUID(),
      accountId,
      codeHash: hashOf(accountId, code),
      createdAt: now,
    })),
  });
  return codes;
}

/** New recovery codes of the actor in place of any before. They are shown once. @throws Invalid without a second factor */
export function newRecoveryCodes(ctx: Ctx): Promise<string[]> {
  const { accountId } = ctx.actor;
  return transaction(ctx.db, async (tx) => {
    if (!(await hasFactor(tx, accountId)))
      throw new Invalid({}, 'Set up a passkey or an authenticator app first');
    const codes = await makeCodes(tx, { accountId, now: ctx.realTime.now(), count: howMany });
    await record(tx, ctx, {
      type: 'account.recovery_codes_made',
      data: {},
      subject: { type: 'account', id: accountId },
    });
    return codes;
  });
}

/** Uses a code of the actor up; its owner is told by mail. False where it is none of theirs, or was used. */
export async function takeRecoveryCode(tx: Tx, ctx: Ctx, typed: string): Promise<boolean> {
  const { accountId } = ctx.actor;
  const used = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: hashOf(accountId, typed), usedAt: null },
    data: { usedAt: ctx.realTime.now() },
  });
  if (used.count === 0) return false;
  await enqueue(tx, { name: 'send-mail', data: { kind: 'recovery-code-used', accountId } });
  return true;
}
