import type { ReactNode } from 'react';
import { classNames } from '#app/ui/govuk/class-names.ts';

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

export type SectionProps = {
  id: string;
  title: string;
  /** Nothing stands in it: heading and what it says are one line. */
  short?: boolean;
  children: ReactNode;
};

/** One part of a long page. */
export function Section({ id, title, short = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={classNames('portal-part', short && 'portal-part--short')}>
      <h2 className={short ? 'govuk-heading-s' : 'govuk-heading-m'} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export type FoldedProps = {
  id?: string;
  title: string;
  headingLevel?: 2 | 3;
  open?: boolean;
  children: ReactNode;
};

/** What is read now and then: it opens when its heading is pressed, or a link leads to it. */
export function Folded({ id, title, headingLevel = 2, open = false, children }: FoldedProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <details className="portal-fold portal-part" open={open}>
      <summary>
        <Heading className="govuk-heading-s" id={id}>
          {title}
        </Heading>
      </summary>
      {children}
    </details>
  );
}
