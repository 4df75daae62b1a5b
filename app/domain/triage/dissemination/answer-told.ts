/** How the answer reached somebody who cannot read it in the portal. */
export const waysTold = {
  telephone: 'By telephone',
  in_person: 'In person',
  letter: 'By letter',
} as const;
export type WayTold = keyof typeof waysTold;

/** Whom the officer told, by their part and never by name: the trail has it too. */
export const partsTold = {
  reporter: 'Whoever made the report',
  lead: 'The lead for the organisation',
  colleague: 'A colleague of whoever made it',
} as const;
export type PartTold = keyof typeof partsTold;

export const isWayTold = (code: unknown): code is WayTold =>
  typeof code === 'string' && Object.hasOwn(waysTold, code);
export const isPartTold = (code: unknown): code is PartTold =>
  typeof code === 'string' && Object.hasOwn(partsTold, code);

type Message = { direction: string; sentAt: Date };
type Event = { action: string; at: Date };

/** Messages to the partner that nobody recorded as told since they were written. */
export function untoldMessages<M extends Message>(messages: readonly M[], history: readonly Event[]): M[] {
  const last = Math.max(
    ...history.filter(({ action }) => action === 'tell_partner').map(({ at }) => at.getTime()),
    -Infinity,
  );
  return messages.filter(({ direction, sentAt }) => direction === 'to_partner' && sentAt.getTime() > last);
}
