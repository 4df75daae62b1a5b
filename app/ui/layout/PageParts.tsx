import type { ReactNode } from 'react';

/** Links to the parts of a long page, in their order. */
export function PageParts({ parts }: { parts: readonly { id: string; text: string }[] }) {
  return (
    <nav aria-label="Parts of this page" className="portal-parts">
      <ul className="portal-parts__list">
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One part of a long page. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="portal-part">
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
