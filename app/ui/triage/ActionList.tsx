import type { OfferedAction } from '#app/domain/triage/open-submission.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { VersionField } from './VersionField.tsx';

export type ActionListProps = {
  actions: readonly OfferedAction[];
  version: number;
  hrefOf: (action: string) => string;
};

/** Taken with one press, since they ask nothing. */
const direct = ['claim', 'accept'];

/** What the officer may do now: the first is the way forward, the others stand back. */
export function ActionList({ actions, version, hrefOf }: ActionListProps) {
  if (actions.length === 0)
    return <p className="govuk-body">There is nothing for you to do with this submission as a whole.</p>;
  return (
    <ul className="portal-actions-list">
      {actions.map(({ action, label }, index) => (
        <li key={action}>
          {direct.includes(action) ? (
            <form method="post" action={hrefOf(action)}>
              <VersionField version={version} />
              <Button preventDoubleClick {...(index === 0 ? {} : { variant: 'secondary' as const })}>
                {label}
              </Button>
            </form>
          ) : (
            <ButtonLink href={hrefOf(action)} {...(index === 0 ? {} : { variant: 'secondary' as const })}>
              {label}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
