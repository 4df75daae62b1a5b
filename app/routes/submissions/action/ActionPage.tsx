import type { ReactNode } from 'react';
import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { useLink } from '#app/http/use-link.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { CollisionNotice, type ComparedField } from '#app/ui/triage/CollisionNotice.tsx';
import { standing } from './compared-action.ts';

export type ActionPageProps = {
  title: string;
  prepared: Pick<PreparedAction, 'submissionId' | 'reference' | 'refusal' | 'holder' | 'now'>;
  /** What the fields would change, where somebody else was first. */
  compared: (typed: (field: string) => string) => ComparedField[];
  /** The form, where it may be done. */
  children: ReactNode;
};

/** The page of something that is done with a submission: what changed meanwhile, then its form or why it cannot be done. */
export function ActionPage({ title, prepared, compared, children }: ActionPageProps) {
  const { submissionId, reference, refusal, holder } = prepared;
  const back = useLink()('submissions/submission', { submissionId });
  const posted = useFormState();
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>{title}</PageHeading>
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            now={standing(prepared)}
            fields={compared((field) => typedIn(posted, field))}
            mayUse={refusal === null}
            keepHref={back}
          />
        ) : null}
        {refusal === null ? (
          children
        ) : (
          <>
            <InsetText>
              {refusal}. {holder ? `${holder} holds it now.` : 'Nobody holds it now.'}
            </InsetText>
            <ButtonLink href={back}>Open the submission</ButtonLink>
          </>
        )}
      </TwoThirds>
    </Page>
  );
}
