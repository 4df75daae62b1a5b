import type { OfferedAction } from '#app/domain/desks/open-submission.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import type { ReactNode } from 'react';
import { isEndAction, type EndAction } from '#app/domain/submission/ends.ts';
import type { NextStep } from '#app/domain/triage/items/next-step.ts';
import type { KeyName } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { NextStepPart, type NextStepHrefs } from './NextStepPart.tsx';

export type ActionListProps = {
  actions: readonly OfferedAction[];
  version: number;
  /** The right step now: the only button that stands out. */
  next?: { step: NextStep | null; hrefs: NextStepHrefs };
  /** Stands between the next step and everything else. */
  children?: ReactNode;
  hrefOf: (action: string) => string;
};

/** Claiming can be undone; what cannot be undone, or is written to the partner, has no key. */
const actionKeys: Partial<Record<string, KeyName>> = {
  claim: 'claim',
  release: 'release',
  hand_over: 'handOver',
};

const endText = (action: EndAction): string =>
  action.startsWith('ask_') ? 'Ask to end this submission' : 'End this submission';

/** Taken with one press, since they ask nothing. */
const direct = ['claim', 'accept'];

/** What the officer may do now: the right next step stands out with what is missing for it, the others stand back. */
export function ActionList({ actions, version, next, hrefOf, children }: ActionListProps) {
  const keyOf = useKeys();
  const step = next?.step ?? null;
  if (actions.length === 0 && step === null)
    return (
      <>
        {children}
        <p className="govuk-body">There is nothing for you to do with this submission as a whole.</p>
      </>
    );
  const isNext = (action: string) => step?.do === 'action' && step.action === action;
  const endsIt = actions.filter(({ action }) => isEndAction(action));
  // However it may end, there is one way to it, which asks how.
  const end = endsIt.find(({ action }) => isNext(action)) ?? endsIt[0];
  const shown = actions.filter((each) => !endsIt.includes(each) || each === end);
  const look = (action: string): { variant?: 'secondary' } =>
    isNext(action) ? {} : { variant: 'secondary' };
  const inOrder = [...shown].sort((one, other) => Number(isNext(other.action)) - Number(isNext(one.action)));
  return (
    <>
      {next ? <NextStepPart step={next.step} hrefs={next.hrefs} /> : null}
      {children}
      <ul className="portal-actions-list">
        {inOrder.map(({ action, label }) => {
          const { attributes, hint } = keyOf(actionKeys[action]);
          return (
            <li key={action}>
              {direct.includes(action) ? (
                <Form action={hrefOf(action)} expectedVersion={version}>
                  <Button preventDoubleClick {...look(action)} {...attributes}>
                    {label}
                    {hint}
                  </Button>
                </Form>
              ) : (
                <ButtonLink href={hrefOf(action)} {...look(action)} {...attributes}>
                  {isEndAction(action) ? endText(action) : label}
                  {hint}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
