import { Fragment, type ReactNode } from 'react';
import { Details } from '#app/ui/govuk/Details.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { useFrame } from './frame-context.ts';
import { PageHeading } from './PageHeading.tsx';
import { Phone } from './Phone.tsx';

/** The force's words for whoever is in danger. @throws Error outside the frame: no page goes without them. */
export function useEmergency() {
  const { emergency } = useFrame();
  if (!emergency) throw new Error('The words for an emergency are drawn outside the frame.');
  return emergency;
}

/** Whom to call, and what a call leaves behind where the number can be pressed. */
export function EmergencyCall() {
  const { call, number, listed } = useEmergency();
  const { callable } = useFrame();
  return (
    <>
      {call.split(number).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <Phone number={number} /> : null}
          {part}
        </Fragment>
      ))}
      {callable ? <span className="portal-emergency__listed"> {listed}</span> : null}
    </>
  );
}

/** The first thing where somebody is in danger: one press calls. Where numbers are only read, it says whom to call. */
export function CallNow() {
  const t = useMessages();
  const { number, call, listed } = useEmergency();
  const { callable } = useFrame();
  if (!callable) return <p className="portal-call__read">{call}</p>;
  return (
    <p className="portal-call">
      <a className="portal-call__button" href={`tel:${number}`}>
        {t.frame.contacts.callNow({ number })}
      </a>
      <span className="portal-call__listed">{listed}</span>
    </p>
  );
}

function OtherWays() {
  const { otherWays } = useEmergency();
  return (
    <dl className="portal-emergency__ways">
      {otherWays.map(({ who, how, link }) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>
            {how}
            {link === undefined ? null : (
              <>
                {' '}
                <a className="govuk-link" href={link.url} rel="noreferrer">
                  {link.name}
                </a>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** For whoever cannot call or speak: folded away, or `open` where nothing else is to be done first. */
export function OtherWaysToCall({ open = false }: { open?: boolean }) {
  const t = useMessages();
  return (
    <Details className="portal-emergency" summary={t.frame.contacts.otherWays} open={open}>
      <OtherWays />
    </Details>
  );
}

const otherWaysId = 'other-ways';

/**
 * The head of a page for somebody in danger now, like no other page's: the call, what a report cannot do, and the way down to
 * `StopOtherWays`, which stands open below the questions.
 */
export function StopHeading({ children }: { children: ReactNode }) {
  const t = useMessages();
  const { notWatched } = useEmergency();
  return (
    <div className="portal-stop">
      <PageHeading>{children}</PageHeading>
      <CallNow />
      <p className="portal-stop__text">{notWatched}</p>
      <p className="portal-stop__text">
        <a className="govuk-link govuk-link--inverse" href={`#${otherWaysId}`}>
          {t.frame.contacts.otherWays}
        </a>
      </p>
    </div>
  );
}

/** The ways for whoever cannot call or speak, on a page that begins with `StopHeading`. */
export function StopOtherWays() {
  const t = useMessages();
  return (
    <section className="portal-stop-ways" aria-labelledby={otherWaysId}>
      <h2 className="govuk-heading-m" id={otherWaysId}>
        {t.frame.contacts.otherWays}
      </h2>
      <OtherWays />
    </section>
  );
}

/** What stands above everything else wherever somebody may be about to write instead of calling. */
export function EmergencyWarning({ open, children }: { open?: boolean; children?: ReactNode }) {
  const { notWatched } = useEmergency();
  return (
    <>
      <WarningText>
        <EmergencyCall /> {children ?? notWatched}
      </WarningText>
      <OtherWaysToCall {...(open === undefined ? {} : { open })} />
    </>
  );
}

/** The same on a sheet to print, where nothing can be pressed or opened. */
export function EmergencyOnPaper() {
  const { call, notWatched, otherWays } = useEmergency();
  return (
    <>
      <p className="govuk-body">
        <strong>
          {call} {notWatched}
        </strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {otherWays.map(({ who, how }) => (
          <li key={who}>
            {who}: {how}
          </li>
        ))}
      </ul>
    </>
  );
}
