import type { ReactNode } from 'react';
import { paragraphIn, type Words } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EmergencyCall } from './Emergency.tsx';
import { Page } from './Page.tsx';
import { PageHeading } from './PageHeading.tsx';
import { TwoThirds } from './TwoThirds.tsx';

export type ErrorPageProps = {
  status: number;
  /** Overrules the title for the status. */
  title?: string | undefined;
  /** The words of the failure, which carry no content. */
  message?: string | null | undefined;
  children?: ReactNode;
};

/** What a person can do now. 404 says the same for what does not exist and for what they may not see. */
export function ErrorPage({ status, title, message, children }: ErrorPageProps) {
  const t = useMessages();
  const words = failureWords(t, status);
  const heading = title ?? words.title;
  return (
    <Page title={heading}>
      <TwoThirds>
        <PageHeading>{heading}</PageHeading>
        {children ?? <p className="govuk-body">{message ? paragraphIn(t, message) : words.text}</p>}
        <p className="govuk-body">
          <EmergencyCall />
        </p>
      </TwoThirds>
    </Page>
  );
}

function failureWords(t: Words, status: number): { title: string; text: string } {
  const { failure } = t.frame;
  const known = Object.hasOwn(failure.status, status);
  return known ? failure.status[status as keyof typeof failure.status] : failure.other;
}
