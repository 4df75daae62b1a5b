import type { ReactNode } from 'react';

export type SideBySideProps = {
  /** The original, which nobody changes. */
  first: { title: ReactNode; note?: ReactNode; children: ReactNode };
  second: { title: ReactNode; note?: ReactNode; children: ReactNode };
  headingLevel?: 2 | 3;
};

/** Two texts to compare, "As submitted" and "Sanitised": beside each other where there is room, else below. */
export function SideBySide({ first, second, headingLevel = 2 }: SideBySideProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="portal-sides">
      {[first, second].map(({ title, note, children }, index) => (
        <section key={index} className={index === 0 ? 'portal-side portal-side--original' : 'portal-side'}>
          <Heading className="govuk-heading-m portal-side__title">{title}</Heading>
          {note ? <p className="govuk-hint portal-side__note">{note}</p> : null}
          <div className="portal-side__text">{children}</div>
        </section>
      ))}
    </div>
  );
}
