import type { Gate } from '#app/domain/submission/closing-gates.ts';
import { TaskList } from '#app/ui/govuk/TaskList.tsx';

export type ClosingChecklistProps = { gates: readonly Gate[]; hrefs: Readonly<Record<Gate['at'], string>> };

/** What must be done before a submission ends, each with the way to where it is done. */
export function ClosingChecklist({ gates, hrefs }: ClosingChecklistProps) {
  if (gates.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Before it ends</h2>
      <TaskList
        idPrefix="gate"
        items={gates.map(({ label, met, at, reason }) => ({
          title: label,
          href: met ? undefined : hrefs[at],
          status: met
            ? { text: 'Done' }
            : { tag: { colour: 'blue', children: reason === 'handedOn' ? 'To do or hand on' : 'To do' } },
        }))}
      />
    </>
  );
}
