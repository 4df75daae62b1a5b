import type { OfferedAction } from '#app/domain/triage/open-submission.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import type { KeyName } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { VersionField } from './VersionField.tsx';

export type ActionListProps = {
  actions: readonly OfferedAction[];
  version: number;
  hrefOf: (action: string) => string;
};

/** Claiming can be undone; what cannot be undone, or is written to the partner, has no key. */
const actionKeys: Partial<Record<string, KeyName>> = {
  claim: 'claim',
  release: 'release',
  hand_over: 'handOver',
};

/** Taken with one press, since they ask nothing. */
const direct = ['claim', 'accept'];

/** What brings the submission on; the others are exceptions, so they are never the button that stands out. */
const forward = ['claim', 'accept', 'answer_and_close', 'record_reply'];

const look = (action: string): { variant?: 'secondary' } =>
  forward.includes(action) ? {} : { variant: 'secondary' };

/** What the officer may do now: the way forward stands out, the others stand back. */
export function ActionList({ actions, version, hrefOf }: ActionListProps) {
  const keyOf = useKeys();
  if (actions.length === 0)
    return <p className="govuk-body">There is nothing for you to do with this submission as a whole.</p>;
  return (
    <ul className="portal-actions-list">
      {actions.map(({ action, label }) => {
        const { attributes, hint } = keyOf(actionKeys[action]);
        return (
          <li key={action}>
            {direct.includes(action) ? (
              <form method="post" action={hrefOf(action)}>
                <VersionField version={version} />
                <Button preventDoubleClick {...look(action)} {...attributes}>
                  {label}
                  {hint}
                </Button>
              </form>
            ) : (
              <ButtonLink href={hrefOf(action)} {...look(action)} {...attributes}>
                {label}
                {hint}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
