import type { Named } from '#app/domain/connections/entities/entities-in.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';

export type NamedHereProps = {
  named: readonly Named[];
  hrefOf: (entityId: Id<'Entity'>) => string;
};

/** What a report or a text names, each with its page: where else it stands, and with what. Nothing where it names nothing. */
export function NamedHere({ named, hrefOf }: NamedHereProps) {
  if (named.length === 0) return null;
  return (
    <div className="portal-named">
      <h3 className="govuk-heading-s">Named here: see where else</h3>
      <ul className="govuk-list portal-named__list">
        {named.map(({ id, kind, name, readFromText }) => (
          <li key={id}>
            <a className="govuk-link govuk-link--no-visited-state portal-name" href={hrefOf(id)}>
              {name}
            </a>{' '}
            <span className="portal-secondary">
              {kind.toLowerCase()}
              {readFromText ? ', read from the text' : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
