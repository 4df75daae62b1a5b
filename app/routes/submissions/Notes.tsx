import type { Note } from '#app/domain/triage/actions/notes.server.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** The page on which one is written, and the way there. */
export const writeNote = 'Write a note';

/** The notes of officers for each other, newest first, exactly as it was typed. Partners see nothing of it. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return <p className="govuk-body">No notes yet.</p>;
  return (
    <ol className="govuk-list portal-messages">
      {notes.map(({ id, author, at, text }) => (
        <li key={id} className="portal-message">
          <p className="portal-secondary govuk-body-s">
            {author}, <DateTime at={at} />
          </p>
          <div className="portal-verbatim">{text}</div>
        </li>
      ))}
    </ol>
  );
}
