import type { Gate } from '#app/domain/submission/closing-gates.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { TaskList } from '#app/ui/govuk/TaskList.tsx';

export type GateListProps = {
  /** "Before it ends". */
  title: string;
  gates: readonly (Pick<Gate, 'label' | 'met' | 'reason'> & { href: string })[];
};

/** What must be done before an action is taken, each with the way to where it is done; what is done is folded. */
export function GateList({ title, gates }: GateListProps) {
  if (gates.length === 0) return null;
  const done = gates.filter(({ met }) => met);
  const undone = gates.filter(({ met }) => !met);
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {undone.length === 0 ? (
        <p className="govuk-body">Nothing is left to do.</p>
      ) : (
        <TaskList
          idPrefix="gate"
          items={undone.map(({ label, href, reason }) => ({
            title: label,
            href,
            status: {
              tag: { colour: 'blue', children: reason === 'handedOn' ? 'To do or hand on' : 'To do' },
            },
          }))}
        />
      )}
      {done.length > 0 ? (
        <Details summary={`Done: ${done.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {done.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}
