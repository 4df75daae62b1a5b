import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type UnfinishedLink = { title: string; href: string };

/**
 * What was begun in a report and not finished: nothing of it is sent. Nothing where all is finished. `removeAll`: where all of
 * the report's are removed.
 */
export function UnfinishedParts({
  parts,
  removeAll,
}: {
  parts: readonly UnfinishedLink[];
  removeAll: string;
}) {
  const t = useMessages();
  if (parts.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t.unfinished.title}</h2>
      <p className="govuk-body">{t.unfinished.text}</p>
      <ul className="govuk-list govuk-list--bullet">
        {parts.map(({ title, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      {parts.length > 1 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={removeAll}>
            {t.unfinished.removeAll}
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}
