import { textSaid, type Said } from '../form/said.ts';
import type { Grade } from '#app/domain/kernel/grading.ts';

/** The limits that the partner set, in their words; null and false where they set none. */
export type SharingLimits = {
  limit: 'police_only' | 'named_agencies' | null;
  agencies: string | null;
  callFirst: boolean;
  /** It is not to be used for immigration purposes (docs/decisions/0080). */
  notForImmigration: boolean;
  /** Why they wish it so. */
  reason: string | null;
};

const limits = ['police_only', 'named_agencies'] as const;

export function sharingLimits(report: Said): SharingLimits {
  const limit = limits.find((each) => each === textSaid(report, 'sharing.limit')) ?? null;
  return {
    limit,
    agencies: limit === 'named_agencies' ? written(textSaid(report, 'sharing.agencies')) : null,
    callFirst: textSaid(report, 'sharing.callFirst') === 'yes',
    notForImmigration: textSaid(report, 'sharing.immigration') === 'not_for_immigration',
    reason: written(textSaid(report, 'sharing.reason')),
  };
}

const written = (answer: string | null): string | null => (answer?.trim() ? answer : null);

export const hasLimit = ({ limit, callFirst, notForImmigration }: SharingLimits): boolean =>
  limit !== null || callFirst || notForImmigration;

/**
 * A handling code goes against a limit where it lets more people have the text: with P whoever has a lawful need may
 * have it, and no condition goes along.
 */
export const isAgainstLimits = (handling: Grade['handling'], limits: SharingLimits): boolean =>
  handling === 'P' && hasLimit(limits);

export const limitReasonMissing =
  'Enter why it may be shared without conditions although the partner set a limit';
