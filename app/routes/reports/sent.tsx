import { openOwnReceipt } from '#app/domain/intake/own-reports/open-own-receipt.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { writersHome } from '#app/http/report-links.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Panel } from '#app/ui/govuk/Panel.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { WhatNext } from './WhatNext.tsx';
import type { Route } from './+types/sent.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return openOwnReceipt(ctxOf(args), { submissionId: idsOf(args).submissionId });
}

export default function Sent({ loaderData, params: { submissionId } }: Route.ComponentProps) {
  const t = useMessages();
  const { enteredFor, sentAtOnce, reference, submittedAt, high, promise } = loaderData;
  return (
    <Page title={t.reports.sent.title}>
      <TwoThirds>
        {enteredFor === null ? null : (
          <InsetText>
            You entered this report for {enteredFor}. Read the reference and what happens next out to them. It
            is in the queue now, and nobody has claimed it.
          </InsetText>
        )}
        <Panel title={t.reports.sent.title}>
          {t.reports.sent.reference}
          <br />
          <strong>{reference}</strong>
        </Panel>
        <p className="govuk-body">{t.reports.sent.sentAt({ at: formatDateTime(new Date(submittedAt)) })}</p>
        {sentAtOnce && enteredFor === null ? (
          <ButtonLink href={`${link('reports/submission', { submissionId })}#more`}>
            {t.reports.add.parts}
          </ButtonLink>
        ) : null}
        <h2 className="govuk-heading-m">{t.reports.sent.next}</h2>
        {high ? (
          <WarningText>
            {t.reports.sent.nextHigh} <EmergencyCall />
          </WarningText>
        ) : (
          <p className="govuk-body">{t.reports.sent.nextNormal}</p>
        )}
        <WhatNext promise={promise} />
        <p className="govuk-body">{t.reports.sent.mail}</p>
        <p className="govuk-body">{t.reports.sent.dont}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={link('reports/receipt', { submissionId })} download>
            {t.reports.sent.download}
          </a>
          . {t.reports.sent.downloadHint}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={writersHome(enteredFor)}>
            {enteredFor === null ? t.reports.sent.back : 'Enter another report'}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}
