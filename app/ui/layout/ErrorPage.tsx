import type { ReactNode } from 'react';
import { useMessages } from '#app/ui/messages.ts';
import { EmergencyCall } from './Emergency.tsx';
import { Page } from './Page.tsx';
import { PageHeading } from './PageHeading.tsx';
import { TwoThirds } from './TwoThirds.tsx';

const KNOWN: readonly number[] = [403, 404, 409, 413, 429, 503];

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
  const words = `frame.failure.${KNOWN.includes(status) ? status : 'other'}`;
  const heading = title ?? t(`${words}.title`);
  return (
    <Page title={heading}>
      <TwoThirds>
        <PageHeading>{heading}</PageHeading>
        {children ?? <p className="govuk-body">{message ? t(message) : t(`${words}.text`)}</p>}
        <p className="govuk-body">
          <EmergencyCall />
        </p>
      </TwoThirds>
    </Page>
  );
}
