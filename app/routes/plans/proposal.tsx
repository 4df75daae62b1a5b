import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { decideProposal } from '#app/domain/plan/decide-proposal.server.ts';
import { longestStatusNote } from '#app/domain/plan/item-status.ts';
import { openProposal } from '#app/domain/plan/proposals.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { ProposalState, ProposalText } from './ProposalText.tsx';
import type { Route } from './+types/proposal.ts';

export const handle = { access: 'plan.report' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) =>
  openProposal(ctxOf(args), { proposalId: idsOf(args).proposalId });

const form = z.object({ decision: shownAtTimes(), reason: z.string() });

export const action = formAction(form, async (decided, args: Route.ActionArgs) => {
  await decideProposal(ctxOf(args), { proposalId: idsOf(args).proposalId, ...decided });
  return flash(link('plans/proposals'), decided.decision === 'approved' ? 'plan-approved' : 'plan-returned');
});

export default function ProposalPage({ loaderData: { proposal, mayDecide } }: Route.ComponentProps) {
  return (
    <Page title="Proposal for a plan item" backHref={link('plans/proposals')}>
      <TwoThirds>
        <PageHeading caption={proposal.code}>{mayDecide ? 'Does this stand?' : 'Proposal'}</PageHeading>
        <InsetText>
          <ProposalText proposal={proposal} />
        </InsetText>
        {mayDecide ? (
          <Form values={{}} data-keep>
            <Radios
              name="decision"
              legend="Decision"
              legendSize="s"
              items={[
                { value: 'approved', label: 'Approve', hint: 'It stands in the name of who proposed it' },
                { value: 'returned', label: 'Return', hint: 'Nothing changes, and they read why' },
              ]}
            />
            <CharacterCount
              name="reason"
              label="Why you return it"
              hint="Only for what you return"
              rows={3}
              maxLength={longestStatusNote}
            />
            <Button preventDoubleClick>Save decision</Button>
          </Form>
        ) : (
          <ProposalState proposal={proposal} />
        )}
      </TwoThirds>
    </Page>
  );
}
