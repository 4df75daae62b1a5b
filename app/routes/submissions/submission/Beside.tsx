import type { Neighbours } from '#app/domain/triage/queues/queue-list.server.ts';
import { useLink } from '#app/http/use-link.ts';
import type { KeyName } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';

/** The ways to the submissions before and after this one in the list from which it was opened. */
export function Beside({ beside: { previous, next } }: { beside: Neighbours }) {
  const link = useLink();
  const keyOf = useKeys();
  const way = (submissionId: Neighbours['next'], text: string, key: KeyName) => {
    const { attributes, hint } = keyOf(key);
    return submissionId === null ? null : (
      <li>
        <a
          className="govuk-link govuk-link--no-visited-state"
          href={link('submissions/submission', { submissionId })}
          {...attributes}
        >
          {text}
          {hint}
        </a>
      </li>
    );
  };
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="In this list" className="portal-beside">
      <ul className="portal-inline-list govuk-body-s">
        {way(previous, 'Previous submission', 'before')}
        {way(next, 'Next submission', 'after')}
      </ul>
    </nav>
  );
}
