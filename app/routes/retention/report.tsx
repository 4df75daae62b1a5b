import { z } from 'zod';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { proposeDisposal } from '#app/domain/retention/dispose.server.ts';
import { grounds, keptWords } from '#app/domain/retention/retention-words.ts';
import { openRetention, type RetentionOfReport } from '#app/domain/retention/open-report.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { WouldGo } from './WouldGo.tsx';
import type { Route } from './+types/report.ts';

export const handle = { access: 'retention.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { report: await openRetention(ctxOf(args), { submissionId: idsOf(args).submissionId }) };
}

/** One press: another FIB supervisor decides. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await proposeDisposal(ctxOf(args), { submissionId });
  return flash(link('retention/report', { submissionId }), 'disposal-proposed');
});

export default function RetentionOfOne({ loaderData: { report } }: Route.ComponentProps) {
  const { id, kept, proposal, wouldGo } = report;
  const held = report.holds.some(({ lifted }) => lifted === null);
  return (
    <Page title="Retention of a submission" backHref={link('retention/list')} backText="Retention">
      <TwoThirds>
        <PageHeading caption={`Submission ${report.reference}`}>Retention</PageHeading>
        {proposal ? (
          <InsetText>
            {proposal.by} proposed on <DateTime at={proposal.at} dateOnly /> that it goes.{' '}
            {proposal.own ? 'Another FIB supervisor decides.' : null}
          </InsetText>
        ) : null}
        <Facts report={report} />
        <ul className="govuk-list govuk-list--spaced">
          {proposal && !proposal.own ? (
            <Choice href={link('retention/dispose', { submissionId: id })}>Decide on its disposal</Choice>
          ) : null}
          {!proposal && kept !== 'open' && kept !== 'not_due' ? (
            <Choice href={link('retention/keep', { submissionId: id })}>Keep it longer</Choice>
          ) : null}
          {held && !report.mayLift ? (
            <li>Another FIB supervisor lifts the legal hold that you set.</li>
          ) : (
            <Choice href={link('retention/hold', { submissionId: id })}>
              {held ? 'Lift the legal hold' : 'Put it on legal hold'}
            </Choice>
          )}
          <Choice href={link('submissions/submission', { submissionId: id })}>Open the submission</Choice>
        </ul>
        <Decisions report={report} />
        {wouldGo ? <WouldGo rows={wouldGo} /> : null}
        {!proposal && kept === null ? (
          <Form>
            <Button preventDoubleClick>Propose that it goes</Button>
          </Form>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function Choice({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a className="govuk-link govuk-link--no-visited-state" href={href}>
        {children}
      </a>
    </li>
  );
}

function Facts({ report }: { report: RetentionOfReport }) {
  const { status, outcome, restricted, endedAt, rule, dueOn, kept } = report;
  return (
    <SummaryList
      rows={[
        {
          key: 'Status',
          value: (
            <>
              {statusWords(status, { held: true })}
              {outcome ? `: ${outcomes[outcome].label}` : ''}{' '}
              {restricted ? <Tag colour="purple">Restricted</Tag> : null}
            </>
          ),
        },
        { key: 'Received', value: <DateTime at={report.receivedAt} dateOnly /> },
        endedAt !== null && { key: 'Ended', value: <DateTime at={endedAt} dateOnly /> },
        rule !== null && {
          key: 'Rule',
          value: (
            <>
              {rule.what}
              <p className="govuk-body portal-secondary">{rule.why}</p>
            </>
          ),
        },
        dueOn !== null && {
          key: rule?.then === 'dispose' ? 'Goes from' : 'Reviewed from',
          value: <DateTime at={dueOn} dateOnly />,
        },
        {
          key: 'Now',
          value:
            kept !== null
              ? `Kept. ${keptWords[kept]}`
              : rule?.then === 'dispose'
                ? 'Due: it goes unless somebody says why it is kept'
                : 'Due: somebody looks whether it is still needed',
        },
      ]}
    />
  );
}

function Decisions({ report: { keepings, holds, refusals } }: { report: RetentionOfReport }) {
  if (keepings.length + holds.length + refusals.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What was decided</h2>
      <ul className="govuk-list govuk-list--bullet">
        {holds.map(({ by, at, reason, lifted }) => (
          <li key={String(at)}>
            Put on legal hold by {by}, <DateTime at={at} dateOnly />:{' '}
            <span className="portal-verbatim">{reason}</span>
            {lifted ? (
              <>
                {' '}
                Lifted by {lifted.by}, <DateTime at={lifted.at} dateOnly />:{' '}
                <span className="portal-verbatim">{lifted.reason}</span>
              </>
            ) : null}
          </li>
        ))}
        {refusals.map(({ by, at, words }) => (
          <li key={String(at)}>
            Disposal refused by {by}, <DateTime at={at} dateOnly />:{' '}
            <span className="portal-verbatim">{words}</span>
          </li>
        ))}
        {keepings.map(({ by, at, until, grounds: codes, reason }) => (
          <li key={String(at)}>
            Kept by {by}, <DateTime at={at} dateOnly />, until <DateTime at={until} dateOnly />.{' '}
            {codes.map((code) => grounds[code]).join('. ')}: <span className="portal-verbatim">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
