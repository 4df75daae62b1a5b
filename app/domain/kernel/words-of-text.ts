import { foldedName } from './normalise.ts';

/** A word of a text where it stands, and as it is compared. `start` and `end` count UTF-16 units, `end` is exclusive. */
export type Word = { written: string; folded: string; start: number; end: number };

/** The words of a text in order, in one pass. An apostrophe inside a word belongs to it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)) {
    const [written] = match;
    words.push({
      written,
      folded: foldedName(written),
      start: match.index,
      end: match.index + written.length,
    });
  }
  return words;
}

/** Words with a hyphen, or with something that is not seen, between their parts: each as one word without it. */
export function joinedWords(text: string): Word[] {
  const joined: Word[] = [];
  let parts: Word[] = [];
  const end = () => {
    const [first] = parts;
    const last = parts.at(-1);
    if (first && last && last !== first)
      joined.push({
        written: text.slice(first.start, last.end),
        folded: parts.map(({ folded }) => folded).join(''),
        start: first.start,
        end: last.end,
      });
  };
  for (const word of wordsOf(text)) {
    const before = parts.at(-1);
    if (!before || !/^[\p{Pd}\p{Cf}]{1,3}$/u.test(text.slice(before.end, word.start))) {
      end();
      parts = [];
    }
    parts.push(word);
  }
  end();
  return joined;
}

export const firstPerson = [
  ...['i', 'im', 'ive', 'id', 'ill', 'me', 'my', 'mine', 'myself'],
  ...['we', 'were', 'weve', 'us', 'our', 'ours', 'ourselves'],
];

/** Words that say in what relation somebody stands to somebody: few people stand in it, so they point at the source. */
export const relationPhrases = [
  ...['client', 'service user', 'patient', 'tenant of ours'],
  ...['support worker', 'key worker', 'keyworker', 'case worker', 'caseworker', 'social worker'],
  ...['outreach worker', 'youth worker', 'health visitor', 'housing officer', 'advocate', 'counsellor'],
  ...[
    'adviser',
    'advisor',
    'mentor',
    'volunteer',
    'interpreter',
    'doctor',
    'gp',
    'nurse',
    'midwife',
    'teacher',
  ],
  ...['neighbour', 'friend', 'colleague', 'workmate', 'flatmate', 'housemate', 'roommate'],
  ...['mother', 'father', 'sister', 'brother', 'daughter', 'son', 'cousin', 'aunt', 'uncle'],
  ...['wife', 'husband', 'girlfriend', 'boyfriend', 'ex partner'],
  ...['refuge', 'safe house', 'shelter', 'drop in', 'partner agency', 'reporting centre'],
];

/** Words that say that somebody told: sanitised text says what is known, its provenance line how. */
export const sourcePhrases = [
  ...['source', 'informant', 'informer', 'chis', 'whistleblower', 'caller', 'reporter'],
  ...['told by', 'reported by', 'according to', 'disclosed', 'confided', 'overheard'],
];

export const timePhrases = ['half past', 'quarter past', 'quarter to', 'oclock', 'o clock'];
