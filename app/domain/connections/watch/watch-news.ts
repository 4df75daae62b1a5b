import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '../../kernel/id.ts';
import type { Match } from '../matching/open-matches.server.ts';

/** A report of which the holder is told: it names what theirs names. */
export type WatchNews = {
  submissionId: Id<'Submission'>;
  reference: string;
  why: string;
  /** Nobody was asked for it: it was read from the text. */
  readFromText: boolean;
  at: Date;
};

export const unseenNotices = {
  where: { seenAt: null },
  orderBy: [{ noticedAt: 'desc' }, { otherId: 'asc' }],
  select: { otherId: true, why: true, readFromText: true, noticedAt: true },
} satisfies Prisma.WatchNoticeFindManyArgs;

type Notice = Prisma.WatchNoticeGetPayload<{ select: (typeof unseenNotices)['select'] }>;

/** What is new, of the matches that the reader may open: of the rest they are told nothing. */
export const newsOf = (notices: readonly Notice[], matches: readonly Match[]): WatchNews[] =>
  notices.flatMap(({ otherId, why, readFromText, noticedAt: at }) => {
    const match = matches.find(({ submissionId, readable }) => readable && submissionId === otherId);
    return match ? [{ submissionId: otherId, reference: match.reference, why, readFromText, at }] : [];
  });
