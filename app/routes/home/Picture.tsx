import type { ReactNode } from 'react';
import type { Danger } from '#app/domain/desks/lead-home.server.ts';
import { classNames } from '#app/ui/govuk/class-names.ts';
import { formatDue } from '#app/ui/format/duration.ts';

type PartProps = { title: string; urgent?: boolean; children: ReactNode };

/** One question of a lead's home with its answer. */
export function Part({ title, urgent = false, children }: PartProps) {
  return (
    <section className={classNames('portal-lead__part', urgent && 'portal-lead__part--urgent')}>
      <h2 className="govuk-heading-s">{title}</h2>
      {children}
    </section>
  );
}

type FigureProps = { href: string; children: ReactNode };

/** A figure that opens what it counts. */
export function Figure({ href, children }: FigureProps) {
  return (
    <a className="govuk-link govuk-link--no-visited-state govuk-!-font-weight-bold" href={href}>
      {children}
    </a>
  );
}

type DangerLineProps = { danger: Danger; now: Date; openHref: string };

/** How much danger nobody here holds, and when the first of it is due. */
export function DangerLine({ danger: { open, unheld, nextDue }, now, openHref }: DangerLineProps) {
  if (open === 0) return <p>No High submission is open.</p>;
  return (
    <>
      <p className="portal-lead__first">
        {unheld === 0 ? (
          'Somebody holds every High submission.'
        ) : (
          <>
            <Figure href={openHref}>
              {unheld} High {unheld === 1 ? 'submission' : 'submissions'}
            </Figure>{' '}
            that nobody here holds
            {nextDue === null ? null : `: ${formatDue(nextDue, now).text.toLowerCase()}`}.
          </>
        )}
      </p>
      <p>
        <Figure href={openHref}>{open} High open</Figure>, and who holds {open === 1 ? 'it' : 'them'}.
      </p>
    </>
  );
}
