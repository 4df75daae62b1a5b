import type { ReactNode } from 'react';
import type { EnteredFor as Entered } from '#app/domain/intake/drafts/drafts.server.ts';
import type { UnsentDanger } from '#app/http/unsent-danger.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { EnteredFor } from './EnteredFor.tsx';
import { NotSentYet } from './NotSentYet.tsx';

export type RemovingProps = {
  title: string;
  back: string;
  danger: UnsentDanger;
  enteredFor: Entered | null;
  /** What becomes of what is shown. */
  text: string;
  remove: string;
  keep: string;
  /** Posted with the press: which of it was shown. */
  fields?: ReactNode;
  /** What would go. */
  children?: ReactNode;
};

/** The one question of a page that takes away some of a draft, or all of it. */
export function Removing({
  title,
  back,
  danger,
  enteredFor,
  text,
  remove,
  keep,
  fields,
  children,
}: RemovingProps) {
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={danger} />
        {children}
        <p className="govuk-body">{text}</p>
        <Form className="govuk-button-group">
          {fields}
          <Button variant="warning">{remove}</Button>
          <ButtonLink variant="secondary" href={back}>
            {keep}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
