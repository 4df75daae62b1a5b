import type { DisseminationMessage } from './recipient-messages.ts';

/** How messages are read with their dissemination: oldest first. */
export const messagesInclude = {
  orderBy: { number: 'asc' },
  include: { writtenByAccount: { select: { displayName: true } } },
} as const;

type Row = {
  id: string;
  number: number;
  kind: DisseminationMessage['kind'];
  text: string;
  writtenAt: Date;
  writtenByAccount: { displayName: string };
};

export const messageOf = ({
  id,
  number,
  kind,
  text,
  writtenByAccount,
  writtenAt,
}: Row): DisseminationMessage => ({
  id,
  number,
  kind,
  text,
  by: writtenByAccount.displayName,
  at: writtenAt,
});
