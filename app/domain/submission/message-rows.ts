import type { DisseminationMessage, MessageKind } from './recipient-messages.ts';

/** How messages are read with their dissemination: oldest first. */
export const messagesInclude = {
  orderBy: { number: 'asc' },
  include: { writtenByAccount: { select: { displayName: true } } },
} as const;

type Row = {
  id: string;
  number: number;
  kind: string;
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
  kind: kind as MessageKind,
  text,
  by: writtenByAccount.displayName,
  at: writtenAt,
});
