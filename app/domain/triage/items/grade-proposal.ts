import { sourceSaid } from '#app/domain/intake/sources/source-said.ts';
import { textSaid, type Said } from '#app/domain/form/said.ts';
import type { AssessmentGrade, HandlingCode, SourceGrade } from '#app/domain/kernel/grading.ts';

/**
 * The grades that the answers suggest, with the reason in words. Shown beside the choices and never chosen: partners do
 * not grade, and an assessment has no default.
 */
export type GradeProposal = {
  source: SourceGrade;
  assessment: AssessmentGrade | null;
  handling: HandlingCode | null;
  because: string[];
};

const direct = ['experienced', 'witnessed'];
const indirect = ['told', 'overheard', 'read'];

function assess(report: Said): { assessment: AssessmentGrade | null; because: string } {
  const { kind, how } = sourceSaid(report);
  if (kind === 'anonymous')
    return { assessment: 'D', because: 'Nobody knows who the source is, so how they know cannot be judged.' };
  if (kind === 'document')
    return {
      assessment: 'D',
      because: 'Something written or online shows that it was written (A), not that it is true (D).',
    };
  if (how !== null && direct.includes(how)) {
    if (kind === 'self') return { assessment: 'A', because: 'The partner is the source and witnessed it.' };
    if (kind === 'victim') return { assessment: 'A', because: 'The source is the person it happened to.' };
    if (kind === 'colleague' || kind === 'client' || kind === 'public')
      return { assessment: 'A', because: 'The source is said to have witnessed it.' };
  }
  if (how !== null && indirect.includes(how) && kind !== null)
    return { assessment: 'C', because: 'The source learned it from somebody or something else.' };
  return { assessment: null, because: 'The answers do not say how the source knows.' };
}

function handle(report: Said): { handling: HandlingCode | null; because: string } {
  const guessed = textSaid(report, 'source.risk');
  const limit = textSaid(report, 'sharing.limit');
  if (guessed === 'yes' || guessed === 'unsure')
    return { handling: 'C', because: 'Somebody could guess who told us, or the partner is not sure.' };
  if (limit === 'police_only' || limit === 'named_agencies')
    return { handling: 'C', because: 'The partner wishes a limit to who it is shared with.' };
  if (textSaid(report, 'sharing.callFirst') === 'yes')
    return { handling: 'C', because: 'The partner wishes to be called before anything is done.' };
  if (textSaid(report, 'sharing.immigration') === 'not_for_immigration')
    return { handling: 'C', because: 'The partner’s condition: not to be used for immigration purposes.' };
  if (guessed === 'no' && limit === 'no_limit')
    return { handling: 'P', because: 'The partner sees no risk to the source and sets no limit.' };
  return { handling: null, because: 'The answers do not say how it may be shared.' };
}

/** What the partner's answers suggest. The source is 2 until the force itself has tested it. */
export function proposeGrade(report: Said): GradeProposal {
  const { assessment, because: known } = assess(report);
  const { handling, because: shared } = handle(report);
  return {
    source: '2',
    assessment,
    handling,
    because: ['A source is untested until the force has confirmed something from it.', known, shared],
  };
}
