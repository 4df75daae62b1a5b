import { textSaid, type Said } from '../../form/said.ts';

/**
 * Who the source is and how they know, of any version of the form. Where a version does not ask what another answer says
 * already, it follows from that: who speaks through the reporter is the source, and whoever it happened to, saw it or read
 * it knows by that.
 */
export function sourceSaid(report: Said): { kind: string | null; how: string | null } {
  const kind = textSaid(report, 'source.kind') ?? speaker[textSaid(report, 'speaker.is') ?? ''] ?? null;
  return { kind, how: textSaid(report, 'source.knowsHow') ?? implied[kind ?? ''] ?? null };
}

const speaker: Readonly<Record<string, string>> = {
  self: 'victim',
  for_them: 'public',
  other: 'public',
  not_known: 'anonymous',
};

const implied: Readonly<Record<string, string>> = {
  self: 'witnessed',
  victim: 'experienced',
  document: 'read',
};
