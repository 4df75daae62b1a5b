import { randomBytes } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { generateReference } from '../../kernel/reference.ts';
import {
  isOutsideKind,
  namesImmigrationEnforcement,
  type OutsideKind,
  type RecipientKind,
  type RecipientRef,
  type WrittenKind,
  writtenKinds,
} from '../../kernel/recipients.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/**
 * To whom an officer sends an item. `recipient` is the code of one that the force pack names, or one of `writtenKinds`; then
 * `body` and `post` say which and who there. `reason` is why they need it.
 */
export type Addressed =
  | { to: 'queue'; queueCode: string }
  | { to: 'mds_lead'; reason: string }
  | { to: 'outside'; recipient: string; body: string; post: string; reason: string };

/** The columns of a dissemination that name its recipient. */
export type Recipient = {
  kind: RecipientKind;
  ref: RecipientRef;
  /** How history and trail name it: the code of a queue, or what kind of recipient it is. */
  named: { queue: string } | { recipient: string };
  columns: {
    recipientKind: RecipientKind;
    queueId: Id<'Queue'> | null;
    reference: string | null;
    recipientBody: string | null;
    recipientPost: string | null;
    reason: string | null;
  };
};

/** The recipient as it was typed, with the errors by field. `recipient` null: nobody was chosen. */
export async function readAddressed(
  tx: Tx,
  ctx: Ctx,
  addressed: Addressed,
): Promise<{ recipient: Recipient | null; faults: Record<string, string> }> {
  if (addressed.to === 'queue') return { recipient: await toQueue(tx, addressed.queueCode), faults: {} };
  const reason = addressed.reason.trim();
  const faults: Record<string, string> = {};
  const recipient =
    addressed.to === 'mds_lead' ? toLead(reason) : await toOutside(tx, ctx, addressed, reason, faults);
  if (reason === '')
    faults['reason'] =
      addressed.to === 'mds_lead' ? 'Enter why it is significant' : 'Enter why they need to have it';
  else if (reason.length > textLimits.conditions)
    faults['reason'] = `The reason must be ${charactersOrLess(textLimits.conditions)}`;
  return { recipient, faults };
}

const nowhere = {
  queueId: null,
  reference: null,
  recipientBody: null,
  recipientPost: null,
  reason: null,
} as const;

/** Items go to SPOC queues; FIB has them already. */
async function toQueue(tx: Tx, code: string): Promise<Recipient | null> {
  const queue = await tx.queue.findUnique({ where: { code } });
  if (!queue || queue.kind === 'fib') return null;
  const ref = { kind: queue.kind, areaId: queue.areaId };
  return {
    kind: 'queue',
    ref,
    named: { queue: code },
    columns: { ...nowhere, recipientKind: 'queue', queueId: queue.id },
  };
}

function toLead(reason: string): Recipient {
  return {
    kind: 'mds_lead',
    ref: { kind: 'mds_lead' },
    named: { recipient: 'mds_lead' },
    columns: { ...nowhere, recipientKind: 'mds_lead', reason },
  };
}

const bodyNames: Record<WrittenKind, string> = {
  other_force: 'force',
  other_agency: 'agency',
  immigration_enforcement: 'part of immigration enforcement',
};

/** The name and the post of a force or agency that the pack does not name are the officer's to write. */
async function toOutside(
  tx: Tx,
  ctx: Ctx,
  written: Extract<Addressed, { to: 'outside' }>,
  reason: string,
  faults: Record<string, string>,
): Promise<Recipient | null> {
  const code = written.recipient;
  const named = (await currentForce(tx, ctx)).recipients.find((one) => one.code === code);
  if (named) return outside(named.kind, named.name, named.post, reason);
  const kind = writtenKinds.find((each) => each === code);
  if (!kind) return null;
  const part = (field: string, text: string, missing: string): string => {
    const value = text.trim();
    if (value === '') faults[`${kind}-${field}`] = missing;
    else if (value.length > textLimits.recipient)
      faults[`${kind}-${field}`] = `Must be ${charactersOrLess(textLimits.recipient)}`;
    else if (kind !== 'immigration_enforcement' && namesImmigrationEnforcement(value))
      faults[`${kind}-${field}`] = 'Select immigration enforcement for this: a second person decides';
    return value;
  };
  const body = part('body', written.body, `Enter the name of the ${bodyNames[kind]}`);
  const post = part('post', written.post, 'Enter the role or post that receives it');
  return outside(kind, body, post, reason);
}

/** With a reference of its own: who compares it with a partner's learns nothing of whose report it was. */
export function outside(
  kind: OutsideKind,
  recipientBody: string,
  recipientPost: string,
  reason: string,
): Recipient {
  const reference = generateReference(randomBytes);
  return {
    kind,
    ref: { kind },
    named: { recipient: kind },
    columns: { recipientKind: kind, queueId: null, reference, recipientBody, recipientPost, reason },
  };
}

/** Whether this version has gone to that recipient before. The submission is locked meanwhile. */
export async function isSent(
  tx: Tx,
  sanitisedTextId: Id<'SanitisedText'>,
  { kind, columns }: Recipient,
): Promise<boolean> {
  const insensitive = (text: string | null) => ({ equals: text ?? '', mode: 'insensitive' as const });
  const where = isOutsideKind(kind)
    ? {
        recipientBody: insensitive(columns.recipientBody),
        recipientPost: insensitive(columns.recipientPost),
      }
    : { recipientKind: kind, queueId: columns.queueId };
  return (await tx.dissemination.count({ where: { sanitisedTextId, ...where } })) > 0;
}
