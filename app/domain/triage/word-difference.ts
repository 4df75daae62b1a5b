/** A stretch of a text. `differs`: the other text does not have it at this place. */
export type Stretch = { text: string; differs: boolean };

/** Where the words between the common start and end of two texts make more pairs than this, all of them count as different. */
const mostPairs = 4_000_000;

/** Words with the space after them, so that nothing is lost when they are put together again. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+\s*/gu) ?? [];

const same = (one: string | undefined, other: string | undefined): boolean => one?.trim() === other?.trim();

/**
 * Two texts, each as stretches of words that stand in both and of words that stand in this one only. Spaces alone are no
 * difference. Put together, the stretches of a text are that text.
 */
export function wordDifference(one: string, other: string): { one: Stretch[]; other: Stretch[] } {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  let start = 0;
  while (start < Math.min(left.length, right.length) && same(left[start], right[start])) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    same(left[left.length - 1 - end], right[right.length - 1 - end])
  )
    end += 1;
  const kept = keptWords(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const stretches = (words: string[], inMiddle: ReadonlySet<number>): Stretch[] =>
    joined(
      words.map((text, index) => ({
        text,
        differs: index >= start && index < words.length - end && !inMiddle.has(index - start),
      })),
    );
  return { one: stretches(left, kept.left), other: stretches(right, kept.right) };
}

/** The places of the words of a longest common subsequence. */
function keptWords(left: string[], right: string[]): { left: Set<number>; right: Set<number> } {
  const kept = { left: new Set<number>(), right: new Set<number>() };
  const width = right.length + 1;
  if (left.length * right.length > mostPairs) return kept;
  // length[i * width + j]: how many words the rests from i and from j have in common.
  const length = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      length[i * width + j] = same(left[i], right[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (same(left[i], right[j])) {
      kept.left.add(i);
      kept.right.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { text, differs } of stretches) {
    const last = result.at(-1);
    if (last?.differs === differs) last.text += text;
    else result.push({ text, differs });
  }
  return result;
}
