import { link } from '#app/http/link.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { useRequestFrame } from './request-frame.ts';

/** `inMs`: milliseconds from the opening of the page; `extendable`: whether using the portal moves the end on. */
export type SessionEndProps = { inMs: number; extendable: boolean; sharedComputer: boolean };

/** A warning comes this long before the end, in milliseconds: enough to come back from the telephone. */
const warnBefore = ({ inMs }: SessionEndProps): number => Math.min(5 * 60_000, Math.floor(inMs / 3));

/** How long a session lasts without use, in whole minutes, as people are told. */
export const idleMinutes = ({ inMs, extendable }: SessionEndProps): number =>
  Math.max(1, Math.round(inMs / 60_000) + (extendable ? 1 : 0));

/**
 * Warns before a session ends, and lets the person stay. A closed dialog: without scripts nothing opens it, and
 * `SessionNote` says beforehand what it would say.
 */
export function SessionEnd(end: SessionEndProps) {
  const t = useMessages();
  // A script puts the number in.
  const { soonOne, soonOther, lastOne, lastOther } = t.identity.ending;
  return (
    <dialog
      className="portal-session-end"
      aria-labelledby="session-end-title"
      aria-describedby="session-end-text"
      data-module="portal-session-end"
      data-ends-in={end.inMs}
      data-warn-before={warnBefore(end)}
      data-shared={end.sharedComputer ? '' : undefined}
      data-minute={end.extendable ? soonOne : lastOne}
      data-minutes={end.extendable ? soonOther : lastOther}
      data-failed={t.identity.ending.failed}
      data-problem={t.frame.typed.problem}
      data-offline={t.frame.typed.offline}
      data-again={t.frame.typed.again}
      data-anyway={t.frame.typed.anyway}
      data-asking={t.frame.typed.asking}
      data-sign-in={link('identity/sign-in')}
      data-too-long={t.frame.typed.tooLong}
      data-unsaved={t.frame.typed.unsaved}
    >
      <div data-part="warning">
        <h2 className="govuk-heading-m" id="session-end-title">
          {t.identity.ending.title}
        </h2>
        <p className="govuk-body" id="session-end-text" role="status" data-part="left" />
        <p className="govuk-body">
          {t.identity.ending.kept} {end.extendable ? null : t.identity.ending.save}
        </p>
        <div className="govuk-button-group">
          <form method="post" action={link('identity/stay-signed-in')} data-part="stay">
            <Button>{end.extendable ? t.identity.ending.stay : t.identity.ending.goOn}</Button>
          </form>
          <form method="post" action={link('identity/sign-out')}>
            <Button variant="secondary">{t.identity.ending.signOut}</Button>
          </form>
        </div>
      </div>
      <div data-part="ended" hidden>
        <h2 className="govuk-heading-m" id="session-ended-title">
          {t.identity.ending.endedTitle}
        </h2>
        <p className="govuk-body" id="session-ended-text">
          {t.identity.ending.endedText}
        </p>
        <ButtonLink href={link('identity/sign-in')}>{t.identity.ending.signInAgain}</ButtonLink>
      </div>
    </dialog>
  );
}

/** The same in words in a form, above its buttons, for whoever uses the portal without scripts. */
export function SessionNote() {
  const t = useMessages();
  const { sessionEnd } = useRequestFrame();
  if (!sessionEnd) return null;
  const note = sessionEnd.sharedComputer ? t.identity.stay.noteShared : t.identity.stay.note;
  return (
    <p className="govuk-body govuk-body-s portal-session-note">
      {note({ minutes: idleMinutes(sessionEnd) })}{' '}
      <a
        className="govuk-link"
        href={link('identity/stay-signed-in')}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t.identity.stay.noteLink}
      </a>
    </p>
  );
}
