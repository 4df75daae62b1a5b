import bidiFactory from 'bidi-js';
import { textOf, type Cluster } from './clusters.ts';
import type { FontName } from './fonts.ts';
import type { Run } from './lines.ts';

const bidi = bidiFactory();
/** Hebrew, Arabic and its neighbours, with their forms for presentation. */
const turns = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const letters = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The runs of one line of a paragraph in the order in which they stand from left to right (Unicode Annex 9). */
export function visualRuns(paragraph: string, line: readonly Cluster[]): Run[] {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined) return [];
  if (!turns.test(paragraph)) return inReadingOrder(line);
  const levels = bidi.getEmbeddingLevels(paragraph);
  const order = bidi.getReorderedIndices(paragraph, levels, first.at, last.at + last.text.length - 1);
  const clusterAt = new Map(line.map((cluster) => [cluster.at, cluster]));
  const placed = order.flatMap((index) => {
    const cluster = clusterAt.get(index);
    return cluster ? [{ ...cluster, rightToLeft: (levels.levels[index] ?? 0) % 2 === 1 }] : [];
  });
  return together(placed).map(({ clusters, font, rightToLeft }) => {
    if (!rightToLeft) return { text: textOf(clusters), font, rightToLeft };
    const mirrored = clusters.map(({ text }) => bidi.getMirroredCharacter(text) ?? text);
    // The font turns what it knows to be written from right to left. The rest stands as it is placed.
    const text = mirrored.some((each) => letters.test(each)) ? mirrored.toReversed() : mirrored;
    return { text: text.join(''), font, rightToLeft };
  });
}

type Placed = Cluster & { rightToLeft: boolean };
type Group = { clusters: Placed[]; font: FontName; rightToLeft: boolean };

function together(placed: readonly Placed[]): Group[] {
  const groups: Group[] = [];
  for (const cluster of placed) {
    const group = groups.at(-1);
    // Digits of the Arabic script run from left to right, which its font would turn if they stood together.
    const joins = group?.font === cluster.font && group.rightToLeft === cluster.rightToLeft;
    if (group && joins && (cluster.rightToLeft || cluster.font !== 'arabic')) group.clusters.push(cluster);
    else groups.push({ clusters: [cluster], font: cluster.font, rightToLeft: cluster.rightToLeft });
  }
  return groups;
}

function inReadingOrder(line: readonly Cluster[]): Run[] {
  return together(line.map((cluster) => ({ ...cluster, rightToLeft: false }))).map(({ clusters, font }) => ({
    text: textOf(clusters),
    font,
    rightToLeft: false,
  }));
}
