import type { Tx } from '#app/platform/db/transaction.ts';
import type { Answers } from '../../form/answers.ts';
import { saysDangerInDraft } from '../../intake/submitting/says-danger.ts';
import type { Handled } from '../../submission/subject.server.ts';

export type RequestKind = 'lowering' | 'lifting';

/** What an officer asks that one person may not do alone, while nobody has decided. */
export type ProtectionRequest = {
  kind: RequestKind;
  /** Of a lowering: what it is to be instead of High. */
  lowerTo: 'medium' | 'low' | null;
  reason: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
};

/** The same with whose submission it is about, for the list of what waits for a second person. */
export type RequestLine = Omit<ProtectionRequest, 'reason'> & { submissionId: string; reference: string };

/** More than this at once are a matter for every channel the force has. */
const most = 200;

const actionOf: Record<RequestKind, string> = { lowering: 'ask_to_lower', lifting: 'ask_to_lift' };

const lowerToOf = (data: unknown): 'medium' | 'low' | null => {
  const lowerTo = typeof data === 'object' && data !== null ? (data as { lowerTo?: unknown }).lowerTo : null;
  return lowerTo === 'medium' || lowerTo === 'low' ? lowerTo : null;
};

/** The requests about one submission that nobody has decided. The caller has asked who looks. */
export async function openRequests(tx: Tx, { id, subject }: Handled): Promise<ProtectionRequest[]> {
  const asked: [RequestKind, string | null][] = [
    ['lowering', subject.loweringAskedBy],
    ['lifting', subject.liftingAskedBy],
  ];
  const found: ProtectionRequest[] = [];
  for (const [kind, askedById] of asked) {
    if (askedById === null) continue;
    const event = await tx.submissionEvent.findFirstOrThrow({
      where: { submissionId: id, action: actionOf[kind] },
      orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
      select: { happenedAt: true, comment: true, data: true },
    });
    const { displayName: askedBy } = await tx.account.findUniqueOrThrow({
      where: { id: askedById },
      select: { displayName: true },
    });
    const reason = event.comment ?? '';
    found.push({
      kind,
      lowerTo: lowerToOf(event.data),
      reason,
      askedById,
      askedBy,
      askedAt: event.happenedAt,
    });
  }
  return found;
}

/** Every request that nobody has decided, the oldest first. */
export async function requestsWaiting(tx: Tx): Promise<RequestLine[]> {
  const rows = await tx.$queryRaw<(Omit<RequestLine, 'lowerTo'> & { data: unknown })[]>`
    SELECT s.id AS "submissionId", s.reference, asked.kind, asked.by AS "askedById", a.display_name AS "askedBy",
      e.happened_at AS "askedAt", e.data
    FROM submission s
      CROSS JOIN LATERAL (VALUES ('lowering', 'ask_to_lower', s.lowering_asked_by), ('lifting', 'ask_to_lift', s.lifting_asked_by))
        AS asked (kind, action, by)
      JOIN account a ON a.id = asked.by
      JOIN LATERAL (SELECT x.happened_at, x.data FROM submission_event x WHERE x.submission_id = s.id AND x.action = asked.action
        ORDER BY x.happened_at DESC, x.id DESC LIMIT 1) e ON true
    WHERE s.lowering_asked_by IS NOT NULL OR s.lifting_asked_by IS NOT NULL
    ORDER BY e.happened_at, s.id, asked.kind LIMIT ${most}`;
  return rows.map(({ data, ...row }) => ({ ...row, lowerTo: lowerToOf(data) }));
}

/** Whether the partner said, in the report or afterwards, that somebody is in danger or could soon be. */
export async function dangerTold(tx: Tx, submissionId: string): Promise<boolean> {
  const danger = { in: ['now', 'soon'] };
  const [content, added, answered] = [
    await tx.submissionContent.findUnique({ where: { submissionId }, select: { answers: true } }),
    await tx.supplement.count({ where: { submissionId, danger } }),
    await tx.partnerMessage.count({ where: { submissionId, danger } }),
  ];
  return added + answered > 0 || (content !== null && saysDangerInDraft(content.answers as Answers));
}
