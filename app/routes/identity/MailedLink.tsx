import type { ReactNode } from 'react';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';

export type LinkWords = { title: string; text: string };

/** What has become of a link, and what can be done now. */
export function LinkPage({ words, children }: { words: LinkWords; children: ReactNode }) {
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.text}</p>
        {children}
      </TwoThirds>
    </Page>
  );
}

/** A link that is open asks for the password. */
export function PasswordPage({
  words,
  label,
  submit,
  email,
}: {
  words: LinkWords;
  label: string;
  submit: string;
  email: string;
}) {
  return (
    <LinkPage words={words}>
      <Form>
        <NewPasswordFields label={label} email={email} />
        <Button preventDoubleClick>{submit}</Button>
      </Form>
    </LinkPage>
  );
}
