import type { OfferedAction } from '#app/domain/desks/open-submission.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import type { ReactNode } from 'react';
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
  const look = (action: string): { variant?: 'secondary' } =>
    isNext(action) ? {} : { variant: 'secondary' };
  const inOrder = [...actions].sort(
    (one, other) => Number(isNext(other.action)) - Number(isNext(one.action)),
  );
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
                  {label}
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
