import { z } from 'zod';
import {
  openOrganisationEnding,
  type OrganisationEnding,
  type OrganisationHolds,
} from '#app/domain/admin/open-organisation-ending.server.ts';
import { reachedFrom, setOrganisationStatus } from '#app/domain/admin/set-organisation-status.server.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BulletList } from '#app/ui/layout/PublicPage.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { OrganisationStatusTag } from './OrganisationStatusTag.tsx';
import type { Route } from './+types/organisation-status.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

const changes = ['suspend', 'close', 'restore'] as const;
type Change = (typeof changes)[number];

const to = { suspend: 'suspended', close: 'closed', restore: 'active' } as const;

function changeOf({ params }: { params: { change: string } }): Change {
  const change = changes.find((known) => known === params.change);
  if (!change) throw new NotFound();
  return change;
}

export async function loader(args: Route.LoaderArgs) {
  const change = changeOf(args);
  const { organisationId } = idsOf(args);
  const ending = await openOrganisationEnding(ctxOf(args), { organisationId });
  return { change, ending, possible: reachedFrom[to[change]].includes(ending.organisation.status) };
}

const form = z.object({ expectedVersion: expectedVersion(), reason: z.string() });

export const action = formAction(form, async (shown, args: Route.ActionArgs) => {
  const change = changeOf(args);
  const { organisationId } = idsOf(args);
  const status = await setOrganisationStatus(ctxOf(args), { organisationId, to: to[change], ...shown });
  return flash(link('administration/organisation', { organisationId }), `organisation-${status}`);
});

const words: Record<Change, { title: string; button: string }> = {
  suspend: { title: 'Suspend organisation', button: 'Suspend organisation' },
  close: { title: 'Close organisation', button: 'Close organisation' },
  restore: { title: 'Restore organisation', button: 'Restore organisation' },
};

export default function OrganisationStatusPage({
  loaderData: { change, ending, possible },
}: Route.ComponentProps) {
  const { organisation, holds } = ending;
  const { title, button } = words[change];
  const lines = linesOf(holds, change);
  return (
    <Page
      title={title}
      backHref={link('administration/organisation', { organisationId: organisation.id })}
      backText="Organisation"
    >
      <TwoThirds>
        <PageHeading caption={organisation.name}>{title}</PageHeading>
        {possible ? (
          <BulletList texts={whatItDoes(change, ending)} />
        ) : (
          <InsetText>
            This cannot be done now. How the organisation stands:{' '}
            <OrganisationStatusTag status={organisation.status} />
          </InsetText>
        )}
        {change !== 'restore' ? (
          <>
            <h2 className="govuk-heading-m">What there is of it</h2>
            {lines.length > 0 ? (
              <BulletList texts={lines} />
            ) : (
              <p className="govuk-body">No people, and nothing sent or begun.</p>
            )}
            {holds.danger > 0 ? (
              <WarningText>
                {`${counted(holds.danger, 'report')} not sent ${holds.danger === 1 ? 'says' : 'say'} that somebody is in danger. Ring the organisation before you go on: nobody of the police can read it.`}
              </WarningText>
            ) : null}
          </>
        ) : null}
        <Form expectedVersion={organisation.version}>
          <Textarea name="reason" label="Reason" hint="Kept in the audit trail" rows={3} />
          <Button {...(change === 'restore' ? {} : { variant: 'warning' as const })} preventDoubleClick>
            {button}
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

function whatItDoes(change: Change, { organisation, holds }: OrganisationEnding): string[] {
  if (change === 'suspend')
    return [
      'Its people are signed out at once and told by email. Their invitations stop working.',
      'They can still sign in to send a report about danger, one that they had begun too, which is marked so. They read and answer nothing else.',
      'What it has sent stays with the police, who go on working on it. What its people have begun is kept and does not run out.',
      'When you restore it, its people can sign in as before, and whoever was invited is invited again.',
    ];
  if (change === 'close')
    return [
      'Its people are signed out at once and told by email. Their accounts are suspended, and their invitations stop working.',
      'They can send nothing through the portal any more, a report about danger included: suspend it instead if they may have to.',
      'What it has sent stays with the police and in the figures. What its people have begun and not sent is deleted when its time is over.',
      'Nobody there can answer any more: what waits for their answer goes back to whoever works on it.',
    ];
  if (organisation.status === 'closed')
    return [
      'It can be chosen again, and people can be invited.',
      'The accounts that it had stay suspended. Restore each one whose owner is to sign in again.',
    ];
  return [
    holds.active > 0 &&
      `${counted(holds.active, 'person', 'people')} can sign in as before. They are told by email.`,
    holds.invited > 0 &&
      `${counted(holds.invited, 'person', 'people')} who had not opened the invitation ${holds.invited === 1 ? 'is' : 'are'} invited again.`,
    holds.active + holds.invited === 0 && 'It has no people yet. You can invite them again.',
    'What was begun there and not sent has its whole time again.',
  ].filter((line) => line !== false);
}

function linesOf(holds: OrganisationHolds, change: Change): string[] {
  const { active, invited, drafts, danger, entered, open, high, owed, asked } = holds;
  return [
    active > 0 && `${counted(active, 'person', 'people')} who can sign in`,
    invited > 0 && `${counted(invited, 'invitation')} that nobody has opened`,
    drafts > 0 &&
      `${counted(drafts, 'report')} begun and not sent${danger > 0 ? `, of which ${danger} ${danger === 1 ? 'says' : 'say'} danger` : ''}`,
    entered > 0 &&
      `${counted(entered, 'report')} that officers have begun to enter for it, which they can still send`,
    open > 0 &&
      `${counted(open, 'report')} on which the police work${high > 0 ? `, of which ${high} High` : ''}`,
    owed > 0 &&
      `${counted(owed, 'report')} that the police have not answered yet${change === 'close' ? ': the answer has to be told by telephone, in person or by letter' : ': the answer is there when it is restored'}`,
    asked > 0 && `${counted(asked, 'report')} about which the police wait for its answer`,
  ].filter((line) => line !== false);
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
