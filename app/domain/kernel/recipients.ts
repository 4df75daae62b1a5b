import type { QueueRef } from './statuses.ts';

/** Who gets an item without an account here: an officer passes it on by hand, and hears back by hand. */
export const outsideKinds = {
  rocu: 'ROCU',
  other_force: 'Another force',
  other_agency: 'Another agency',
  immigration_enforcement: 'Immigration enforcement',
} as const;
export type OutsideKind = keyof typeof outsideKinds;

/** Those of which the officer may write the body and the post there, where the force pack names none that fits. */
export const writtenKinds = ['other_force', 'other_agency', 'immigration_enforcement'] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** Whether a recipient is a part of immigration enforcement by what an officer calls it, in words that nobody else is called by. */
export const namesImmigrationEnforcement = (written: string): boolean =>
  /\bimmigration (enforcement|compliance|crime)\b|\bborder (force|agency)\b|\bvisas? and immigration\b|\buk(ba|bf|vi)\b/i.test(
    written,
  );

export const isOutsideKind = (kind: string): kind is OutsideKind => Object.hasOwn(outsideKinds, kind);

export type RecipientKind = 'queue' | 'mds_lead' | OutsideKind;

/** Somebody to whom an item goes, as the rules see them. */
export type RecipientRef = QueueRef | { kind: 'mds_lead' | OutsideKind };

export const isQueueRef = (recipient: RecipientRef): recipient is QueueRef => 'areaId' in recipient;

/** How something is passed on, heard or told outside the portal. The portal itself never sends content. */
export const means = {
  by_hand: 'By hand',
  secure_mail: 'By secure email',
  police_system: 'Through another police system',
  telephone: 'By telephone',
  meeting: 'At a meeting',
} as const;
export type Means = keyof typeof means;

export const isMeans = (value: string): value is Means => Object.hasOwn(means, value);

/** The steps that an officer records of a dissemination outside the force. */
export const outsideSteps = ['passed', 'acknowledged', 'told_of_recall'] as const;
export type OutsideStep = (typeof outsideSteps)[number];

export const isOutsideStep = (value: string): value is OutsideStep =>
  outsideSteps.some((step) => step === value);

/** The next step for which a dissemination waits; one about which nobody has to do anything waits for nothing. */
export type Awaits = 'passing' | 'acknowledgement' | 'telling';

/** Which step ends which wait. */
export const stepOf: Readonly<Record<Awaits, OutsideStep>> = {
  passing: 'passed',
  acknowledgement: 'acknowledged',
  telling: 'told_of_recall',
};

/** The next step after a recall: whoever was never given anything need not be told. */
export const awaitsAfterRecall = (kind: RecipientKind, awaits: Awaits | null): Awaits | null =>
  isOutsideKind(kind) && awaits !== 'passing' ? 'telling' : null;

/** "ROCU threat group, MDS desk"; the queue or the MDS lead by name. */
export function recipientName(sent: {
  recipientKind: string;
  queue: { name: string } | null;
  recipientBody: string | null;
  recipientPost: string | null;
}): string {
  if (sent.recipientKind === 'mds_lead') return 'MDS lead';
  return sent.queue?.name ?? `${sent.recipientBody ?? ''}, ${sent.recipientPost ?? ''}`;
}
