import { sourceSaid } from '#app/domain/intake/sources/source-said.ts';
import type { AssessmentGrade, HandlingCode, SourceGrade } from '#app/domain/kernel/grading.ts';

/**
 * The partner's answers that bear on a grade, by the names of the agreed form's questions. Anything missing or unknown
 * proposes nothing.
 */
export type AnswersSummary = {
  sourceKind?: unknown;
  howSourceKnows?: unknown;
  whoSpeaks?: unknown;
  sourceCouldBeGuessed?: unknown;
  shareWith?: unknown;
  ringBeforeActing?: unknown;
};

/**
 * What the answers suggest, with the reason in words. Shown beside the choices and never chosen: partners do not grade,
 * and an assessment has no default.
 */
export type GradeProposal = {
  source: SourceGrade;
  assessment: AssessmentGrade | null;
  handling: HandlingCode | null;
  because: string[];
};

const direct = ['experienced', 'witnessed'];
const indirect = ['told', 'overheard', 'read'];

function assess(answers: AnswersSummary): { assessment: AssessmentGrade | null; because: string } {
  const { kind, how } = sourceSaid(answers);
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

function handle(answers: AnswersSummary): { handling: HandlingCode | null; because: string } {
  const { sourceCouldBeGuessed: guessed, shareWith, ringBeforeActing } = answers;
  if (guessed === 'yes' || guessed === 'unsure')
    return { handling: 'C', because: 'Somebody could guess who told us, or the partner is not sure.' };
  if (shareWith === 'police_only' || shareWith === 'named_agencies')
    return { handling: 'C', because: 'The partner wishes a limit to who it is shared with.' };
  if (ringBeforeActing === 'yes')
    return { handling: 'C', because: 'The partner wishes to be called before anything is done.' };
  if (guessed === 'no' && shareWith === 'no_limit')
    return { handling: 'P', because: 'The partner sees no risk to the source and sets no limit.' };
  return { handling: null, because: 'The answers do not say how it may be shared.' };
}

/** What the partner's answers suggest. The source is 2 until the force itself has tested it. */
export function proposeGrade(answers: AnswersSummary): GradeProposal {
  const { assessment, because: known } = assess(answers);
  const { handling, because: shared } = handle(answers);
  return {
    source: '2',
    assessment,
    handling,
    because: ['A source is untested until the force has confirmed something from it.', known, shared],
  };
}
