import { dangers, saysDanger } from '#app/domain/intake/own-reports/supplement.ts';
import type { Written } from '#app/domain/submission/supplements.server.ts';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { dangerWords } from '#app/ui/triage/supplement-words.ts';

export type AddedWarningProps = {
  /** What the partner added or answered and nobody has marked as read, oldest first. */
  unread: readonly Written[];
  /** The submission has ended, so there is nothing left to close. */
  ended: boolean;
};

/** What was added and is unread. That somebody is in danger is said here, at the top, not only where it stands. */
export function AddedWarning({ unread, ended }: AddedWarningProps) {
  const gravest = dangers.find((danger) => unread.some((written) => written.danger === danger)) ?? 'no';
  const said = unread.find(({ danger }) => danger === gravest) ?? unread[0];
  if (!said) return null;
  return (
    <WarningText>
      {saysDanger(gravest) ? (
        <>
          {dangerWords[gravest]}: the partner wrote this on <DateTime at={said.addedAt} />.{' '}
        </>
      ) : (
        `The partner has ${unread.every(({ part }) => part === 'messages') ? 'answered a question' : 'added information'} since this was sent. `
      )}
      <a className="govuk-link" href={`#${said.part}`}>
        Read it
      </a>{' '}
      and mark it as read.{ended ? '' : ' Until then the report cannot be closed.'}
    </WarningText>
  );
}
