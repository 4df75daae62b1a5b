import type { DocumentEntry, SubmittedDocument } from '../form/document.ts';
import type { Form } from '../form/held-forms.ts';
import { textSaid, type Said } from '../form/said.ts';
import { sharingLimits, type SharingLimits } from './sharing-limits.ts';

/** What the partner wants heeded by whoever lets text out: what could put somebody at risk, in their words, and the limits on sharing. */
export type PartnerCautions = {
  /** Whether acting could show who told the partner; where nobody was asked yet, the most careful answer. */
  guessed: string | null;
  /** That and why, as the partner answered when they sent the report. */
  risk: DocumentEntry[];
  limits: SharingLimits;
};

export const partnerCautions = (form: Form, document: SubmittedDocument, report: Said): PartnerCautions => ({
  guessed: textSaid(report, 'source.risk'),
  risk: riskSaid(form, document),
  limits: sharingLimits(report),
});

/** Whether acting could show who told the partner, and what the form asks about that until it comes to sharing. */
function riskSaid({ meanings }: Form, document: SubmittedDocument): DocumentEntry[] {
  const sharing = Object.entries(meanings).flatMap(([meaning, id]) =>
    meaning.startsWith('sharing.') ? [id] : [],
  );
  const pages = document.sections.flatMap((section) => section.pages);
  const entries = pages.find((page) =>
    page.entries.some(({ questionId }) => questionId === meanings['source.risk']),
  )?.entries;
  if (!entries) return [];
  const from = entries.slice(entries.findIndex(({ questionId }) => questionId === meanings['source.risk']));
  const end = from.findIndex(({ questionId }) => sharing.includes(questionId));
  return from.slice(0, end < 0 ? from.length : end).filter(({ state }) => state === 'answered');
}
