import { proposals } from '#app/domain/plan/proposals.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ProposalState, ProposalText } from './ProposalText.tsx';
import type { Route } from './+types/proposals.ts';

export const handle = { access: 'plan.report' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => proposals(ctxOf(args));

export default function Proposals({ loaderData: { lines, mayDecide } }: Route.ComponentProps) {
  const title = mayDecide ? 'Waiting for approval' : 'What you proposed';
  return (
    <Page title={title} breadcrumbs={[{ text: 'Plan', href: link('plan/plan') }, { text: title }]}>
      <PageHeading>{title}</PageHeading>
      {lines.length === 0 ? (
        <EmptyState title={mayDecide ? 'Nothing waits for approval' : 'You have proposed nothing yet'}>
          {mayDecide
            ? 'What contributors say of an item appears here before it stands.'
            : 'What you say of an item waits here until the MDS lead approves it.'}
        </EmptyState>
      ) : (
        <CardTable
          caption={
            mayDecide ? 'What contributors proposed, the oldest first' : 'What you proposed, the newest first'
          }
          captionHidden
          columns={[
            { header: 'Item', nowrap: true },
            { header: 'What it says', className: 'govuk-!-width-one-half' },
            { header: mayDecide ? 'Decide' : 'State' },
          ]}
          rows={lines.map((proposal) => ({
            key: proposal.id,
            cells: [
              <a
                key="item"
                className="govuk-link"
                href={link('plan/item', { code: proposal.code }, { plan: proposal.planId })}
              >
                {proposal.code}
              </a>,
              <ProposalText key="text" proposal={proposal} />,
              mayDecide ? (
                <a
                  key="decide"
                  className="govuk-link"
                  href={link('plans/proposal', { proposalId: proposal.id })}
                >
                  Approve or return<span className="govuk-visually-hidden"> {proposal.code}</span>
                </a>
              ) : (
                <ProposalState key="state" proposal={proposal} />
              ),
            ],
          }))}
        />
      )}
    </Page>
  );
}
