import type { PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import type { Random } from './random.ts';
import type { Situation } from './situation.ts';
import { police } from './words.ts';

const { disbelief, doubts, provenance, usage } = police;

/** The grade that an officer gives: from how the source knows and what the partner wishes, with a person's judgement. */
export function gradeFor(about: Situation, random: Random): PostedGrade {
  const rings = about.ring !== null;
  const source = random.weighted({ '2': rings ? 55 : 80, '1': rings ? 42 : 14, '3': 4 });
  const assessment = assessmentFor(about, random);
  const conditional = about.guess !== 'no' || about.shareWith !== 'no_limit' || random.chance(0.08);
  const reasons = [
    ...(source === '3' ? [random.pick(doubts)] : []),
    ...(assessment === 'E' ? [random.pick(disbelief)] : []),
  ];
  return {
    source,
    assessment,
    handling: conditional ? 'C' : 'P',
    ...(conditional ? conditionsOf(about, random) : {}),
    ...(reasons.length > 0 ? { reason: reasons.join(' ') } : {}),
    // Some were graded by the scheme of the time too: an experienced partner, who saw it.
    ...(source === '1' && assessment === 'A' && !conditional ? { fiveByFive: 'B21' } : {}),
    provenance: random.pick(provenance[howKnown(about)]),
    mopiGroup: random.weighted({ '1': 22, '2': 30, '3': 22, '4': 26 }),
  };
}

function howKnown({ source: { how } }: Situation): keyof typeof provenance {
  if (how === 'experienced' || how === 'witnessed') return 'direct';
  return how === 'told' || how === 'overheard' ? 'indirect' : 'unknown';
}

function assessmentFor(about: Situation, random: Random): string {
  if (random.chance(0.03)) return 'E';
  const how = howKnown(about);
  if (how === 'unknown') return 'D';
  if (how === 'direct') return random.chance(0.9) ? 'A' : 'B';
  return random.chance(0.75) ? 'C' : 'B';
}

function conditionsOf({ guess }: Situation, random: Random): PostedGrade {
  const actionCode = guess === 'no' ? random.pick(['A1', 'A2', 'A3', 'A3']) : random.pick(['A1', 'A2']);
  return {
    actionCode,
    sanitisationCode: random.chance(0.5) ? 'S1' : 'S2',
    ...(actionCode === 'A3' ? { usage: random.pick(usage) } : {}),
  };
}
