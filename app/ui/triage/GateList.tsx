import type { Gate } from '#app/domain/submission/closing-gates.ts';
import { TaskList } from '#app/ui/govuk/TaskList.tsx';

export type GateListProps = {
  /** "Before it ends". */
  title: string;
  gates: readonly (Pick<Gate, 'label' | 'met' | 'reason'> & { href: string })[];
};

/** What must be done before an action is taken, each with the way to where it is done. */
export function GateList({ title, gates }: GateListProps) {
  if (gates.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <TaskList
        idPrefix="gate"
        items={gates.map(({ label, met, href, reason }) => ({
          title: label,
          href: met ? undefined : href,
          status: met
            ? { text: 'Done' }
            : { tag: { colour: 'blue', children: reason === 'handedOn' ? 'To do or hand on' : 'To do' } },
        }))}
      />
    </>
  );
}
