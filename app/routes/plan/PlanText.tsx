import type { PlanItem } from '#app/domain/plan/plan-tree.ts';

/** The text of an item, word for word, in bold where its source is. */
export function PlanText({ item: { text, emphasis } }: { item: Pick<PlanItem, 'text' | 'emphasis'> }) {
  const from = emphasis ? text.indexOf(emphasis) : -1;
  if (!emphasis || from === -1) return text;
  return (
    <>
      {text.slice(0, from)}
      <strong>{emphasis}</strong>
      {text.slice(from + emphasis.length)}
    </>
  );
}
