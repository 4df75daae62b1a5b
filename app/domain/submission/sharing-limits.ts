import type { Grade } from '#app/domain/kernel/grading.ts';

/** What the partner answered about sharing, by the names of the agreed form's questions. */
export type SharingAnswers = {
  shareWith?: unknown;
  shareAgencies?: unknown;
  ringBeforeActing?: unknown;
  handlingReason?: unknown;
};

/** The limits that the partner set, in their words; null and false where they set none. */
export type SharingLimits = {
  shareWith: 'police_only' | 'named_agencies' | null;
  agencies: string | null;
  callFirst: boolean;
  /** Why they wish it so. */
  reason: string | null;
};

const written = (answer: unknown): string | null =>
  typeof answer === 'string' && answer.trim() !== '' ? answer : null;

export function sharingLimits(answers: SharingAnswers): SharingLimits {
  const { shareWith } = answers;
  const limited = shareWith === 'police_only' || shareWith === 'named_agencies' ? shareWith : null;
  return {
    shareWith: limited,
    agencies: limited === 'named_agencies' ? written(answers.shareAgencies) : null,
    callFirst: answers.ringBeforeActing === 'yes',
    reason: written(answers.handlingReason),
  };
}

const hasLimit = ({ shareWith, callFirst }: SharingLimits): boolean => shareWith !== null || callFirst;

/** Whether a handling code lets go of a limit: with P whoever has a lawful need may have it, and no condition goes along. */
export const isAgainstLimits = (handling: Grade['handling'], limits: SharingLimits): boolean =>
  handling === 'P' && hasLimit(limits);

export const limitReasonMissing =
  'Enter why it may be shared without conditions although the partner set a limit';
