import { type Actor, isFib } from '../../kernel/actor.ts';
import { holdsPrimaryQueue, maySeeRawText } from '../../submission/submission-access.ts';
import type { SubmissionState } from '../../kernel/statuses.ts';

/** The formats in which a submission can leave the portal. */
export const exportFormats = {
  pdf: 'PDF, to read or print',
  json: 'JSON, for another system',
  csv: 'CSV, answers only, for a spreadsheet',
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** The purposes for which one is asked for. */
export const exportPurposes = {
  assessment: 'To assess or develop it in another police system',
  disclosure: 'Disclosure to a prosecutor or a court',
  other_agency: 'For another force or agency',
  review: 'Review or inspection',
  other: 'Something else',
} as const;
export type ExportPurpose = keyof typeof exportPurposes;

export const isExportFormat = (value: string): value is ExportFormat => Object.hasOwn(exportFormats, value);
export const isExportPurpose = (value: string): value is ExportPurpose =>
  Object.hasOwn(exportPurposes, value);

/**
 * Whether an officer may take a submission out of the portal: FIB where it may read the original, and a SPOC of the queue
 * that holds it; of a restricted one nobody but those on its access list, supervisors included. To stand in for others, on
 * the duty list or by a claim, is to read and to act, not to take away.
 */
export function mayExport(actor: Actor, state: SubmissionState): boolean {
  if (actor.side !== 'police' || !maySeeRawText(actor, state)) return false;
  if (state.restricted && state.accessList?.includes(actor.accountId) !== true) return false;
  return isFib(actor) || holdsPrimaryQueue(actor, state);
}
