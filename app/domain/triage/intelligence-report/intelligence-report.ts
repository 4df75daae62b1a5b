import { foldedName } from '#app/domain/kernel/normalise.ts';
import type { Mentions } from '../../intake/submitting/mentions.ts';
import type { Confidence } from '../../kernel/confidence.ts';
import type { ReleasedGrade } from '../../submission/dissemination.server.ts';

/** Somebody or something that a sanitised text names, as the text writes it. */
export type Subject = {
  kind: 'person' | 'business' | 'vehicle' | 'phone' | 'postcode' | 'email' | 'website';
  value: string;
};

/** To whom an item went. `recalled`: it counts there no more. */
export type ReportedDissemination = {
  to: string;
  version: number;
  at: Date;
  conditions: string | null;
  recalled: boolean;
};

/**
 * An item as a 3x5x2 intelligence report (College of Policing APP "Intelligence report"): what its sanitised text says and
 * what was decided about it, and nothing else of what the partner told. Dates of the report, provenance and review are null
 * for recipients, as they can point to the source.
 */
export type IntelligenceReport = {
  /** The unique reference number: that of the submission and the number of the item, "K7M3P-2QRST/1". */
  urn: string;
  /** When it happened, as the partner gave it. */
  informationOn: string | null;
  reportedAt: Date | null;
  provenance: string | null;
  text: string | null;
  version: number | null;
  grade: ReleasedGrade | null;
  confidence: Confidence | null;
  /** As it was graded by the scheme of its time, in words. */
  fiveByFive: string[];
  conditions: string | null;
  subjects: Subject[];
  disseminations: ReportedDissemination[];
  review: { mopiGroup: number; on: string | null } | null;
  /** The text went out or may go out only with a second person’s approval, which is not there. */
  approvalOutstanding: boolean;
};

/** Somebody or a business of a report: their full name first, then what else may stand for it. */
export type Named = { kind: 'person' | 'business'; names: readonly string[] };

/**
 * The subjects of a text: what it names and no more. Of the people and businesses of a report those whose name stands in it,
 * so that a sheet never names whom sanitising left out.
 */
export function subjectsOf(text: string, mentions: Mentions, named: readonly Named[]): Subject[] {
  const folded = ` ${foldedName(text)} `;
  const standsHere = (name: string) => foldedName(name) !== '' && folded.includes(` ${foldedName(name)} `);
  const here = named.flatMap(({ kind, names }): Subject[] => {
    const value = names.find(standsHere);
    return value === undefined ? [] : [{ kind, value }];
  });
  const read = (kind: Subject['kind'], found: Mentions['vehicles']): Subject[] =>
    found.map(({ written }) => ({ kind, value: written }));
  const subjects: Subject[] = [
    ...here,
    ...read('vehicle', mentions.vehicles),
    ...read('phone', mentions.phones),
    ...read('postcode', mentions.postcodes),
    ...read('email', mentions.emails),
    ...read('website', mentions.websites),
  ];
  return [...new Map(subjects.map((subject) => [`${subject.kind} ${subject.value}`, subject])).values()];
}
