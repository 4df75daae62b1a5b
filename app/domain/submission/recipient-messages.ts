/** The answers that recipients of an item give: what came of it, or that they have a question. */
export const recipientSays = {
  acted: 'We acted on it',
  nothing_further: 'Noted, nothing further to do',
  daily_meeting: 'Put to the daily management meeting',
  tasking: 'Put to the tasking and co-ordination group',
  question: 'We have a question for FIB',
} as const;
export type RecipientSays = keyof typeof recipientSays;

export const isRecipientSays = (value: string): value is RecipientSays => Object.hasOwn(recipientSays, value);

export type MessageKind = RecipientSays | 'reply';

/** One message between the recipients of an item and FIB; `number` counts them from 1. */
export type DisseminationMessage = {
  id: string;
  number: number;
  kind: MessageKind;
  text: string;
  by: string;
  at: Date;
};

/** Whether a question came after the last reply. */
export const asksFib = (messages: readonly { number: number; kind: string }[]): boolean => {
  const lastOf = (kind: MessageKind): number =>
    Math.max(0, ...messages.filter((each) => each.kind === kind).map(({ number }) => number));
  return lastOf('question') > lastOf('reply');
};

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
