import { z } from 'zod';
import { oneOf, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { charactersOrLess, textLimits } from '#app/domain/kernel/text-limits.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { approveDisposal, refuseDisposal } from '#app/domain/retention/dispose.server.ts';
import { keptWords } from '#app/domain/retention/retention-words.ts';
import { openProposal } from '#app/domain/retention/open-report.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { WouldGo } from './WouldGo.tsx';
import type { Route } from './+types/dispose.ts';

export const handle = { access: 'retention.decide', recentProof: true } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { report: await openProposal(ctxOf(args), { submissionId: idsOf(args).submissionId }) };
}

const form = z.object({
  decision: oneOf(['approve', 'refuse'], 'Select whether it goes'),
  words: shownAtTimes(),
});

export const action = formAction(form, async ({ decision, words }, args: Route.ActionArgs) => {
  const ctx = ctxOf(args);
  const { submissionId } = idsOf(args);
  if (decision === 'approve') {
    await approveDisposal(ctx, { submissionId });
    return flash(link('retention/list', {}, { view: 'proposed' }), 'disposed');
  }
  await refuseDisposal(ctx, { submissionId, words: reasonIn(words) });
  return flash(link('retention/report', { submissionId }), 'disposal-refused');
});

function reasonIn(words: string): string {
  const reason = words.trim();
  if (!reason) throw new Invalid({ words: 'Enter why it does not go' });
  if (reason.length > textLimits.linkReason)
    throw new Invalid({ words: `Reason must be ${charactersOrLess(textLimits.linkReason)}` });
  return reason;
}

export default function Dispose({ loaderData: { report } }: Route.ComponentProps) {
  const { id, reference, proposal, kept, wouldGo } = report;
  const title = 'Decide on a disposal';
  return (
    <Page title={title} backHref={link('retention/report', { submissionId: id })} backText="Retention">
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>{title}</PageHeading>
        {proposal ? (
          <p className="govuk-body">
            Proposed by {proposal.by}, <DateTime at={proposal.at} dateOnly />.
          </p>
        ) : null}
        {wouldGo ? <WouldGo rows={wouldGo} /> : null}
        {kept ? <InsetText>It cannot go now. {keptWords[kept]}</InsetText> : null}
        <Decide mayGo={kept === null} />
      </TwoThirds>
    </Page>
  );
}

function Decide({ mayGo }: { mayGo: boolean }) {
  return (
    <Form>
      <WarningText>What goes cannot be brought back.</WarningText>
      <Radios
        name="decision"
        legend="Does it go?"
        items={[
          mayGo && { value: 'approve', label: 'Yes, dispose of it now' },
          { value: 'refuse', label: 'No, it stays' },
        ]}
      />
      <Textarea
        name="words"
        label="If it stays, why?"
        hint="Whoever proposed it reads this. Then keep it longer, or it stays due."
        rows={4}
      />
      <Button preventDoubleClick>Decide</Button>
    </Form>
  );
}
