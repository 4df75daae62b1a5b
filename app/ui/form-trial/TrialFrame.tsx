import type { ReactNode } from 'react';
import type { TrialPlace } from '#app/domain/admin/trial-place.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { PostedLinks } from '#app/ui/govuk/Link.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { actField, answersField, type TrialProps } from './shown-trial.ts';

const linksForm = 'trial-links';

type TrialFrameProps = TrialProps & {
  title: string;
  /** Null on the first page, and where a report would lead back to the list of reports. */
  back: TrialPlace | null;
  children: ReactNode;
};

/** A page of a trial: what is tried, that it is a trial, and ways on and back that carry the sealed answers. */
export function TrialFrame(props: TrialFrameProps) {
  const { definition, sealed, place, errors, hrefOf, versionsHref, title, back, children } = props;
  return (
    <PostedLinks form={linksForm}>
      <Page title={title} backHref={back === null ? undefined : hrefOf(back)} errors={errors}>
        <PageHeading caption={`Trial of version ${definition.version}`}>{title}</PageHeading>
        <InsetText>
          <strong>This is a trial: enter invented answers only.</strong> Nothing is saved and nothing is sent.{' '}
          <a className="govuk-link" href={versionsHref}>
            Leave the trial
          </a>
        </InsetText>
        {children}
        {back !== null || place.kind !== 'page' ? (
          <form id={linksForm} method="post">
            <input type="hidden" name={answersField} value={sealed} />
          </form>
        ) : null}
      </Page>
    </PostedLinks>
  );
}

/** The form of a page: it goes to the page's own address, with the sealed answers and the word that it saves. */
export function TrialForm({
  of: { sealed, place, hrefOf },
  children,
}: {
  of: TrialProps;
  children: ReactNode;
}) {
  return (
    <form method="post" action={hrefOf(place)} noValidate data-keep="long">
      <input type="hidden" name={answersField} value={sealed} />
      <input type="hidden" name={actField} value="save" />
      {children}
    </form>
  );
}
