import { textAnswer, type Answers } from '../../form/answers.ts';

/**
 * Who the source is and how they know, of any version of the form. Where a version does not ask what another answer says
 * already, it follows from that: who speaks through the reporter is the source, and whoever it happened to, saw it or read
 * it knows by that.
 */
export function sourceSaid(answers: Answers): { kind: string | null; how: string | null } {
  const kind = textAnswer(answers, 'sourceKind') ?? speaker[textAnswer(answers, 'whoSpeaks') ?? ''] ?? null;
  return { kind, how: textAnswer(answers, 'howSourceKnows') ?? implied[kind ?? ''] ?? null };
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
