import type { ReactNode } from 'react';
import type { SubmittedDocument as Document } from '#app/domain/form/document.ts';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';

/** What scrolls by itself has to be reached by keyboard (WCAG 2.1.1), though nothing in it can be pressed. */
const reachable = { tabIndex: 0 };

export type BesideOriginalProps = {
  document: Document;
  title: string;
  note?: ReactNode;
  children: ReactNode;
};

/** The original, which nobody changes, beside the work on it. On wide windows it stays in sight and scrolls by itself. */
export function BesideOriginal({ document, title, note, children }: BesideOriginalProps) {
  return (
    <div className="portal-compare">
      <section
        className="portal-compare__pane portal-compare__pane--original"
        aria-labelledby="original"
        {...reachable}
      >
        <h2 className="govuk-heading-m portal-compare__title" id="original">
          As submitted
        </h2>
        <p className="govuk-hint">Nobody changes this.</p>
        <SubmittedDocument document={document} headingLevel={3} />
      </section>
      <section className="portal-compare__pane" aria-labelledby="beside">
        <h2 className="govuk-heading-m portal-compare__title" id="beside">
          {title}
        </h2>
        {note ? <p className="govuk-hint">{note}</p> : null}
        {children}
      </section>
    </div>
  );
}
