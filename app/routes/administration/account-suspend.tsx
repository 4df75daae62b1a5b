import { z } from 'zod';
import { openLeaving, type Held, type Leaving } from '#app/domain/admin/open-leaving.server.ts';
import { setAccountStatus } from '#app/domain/admin/set-account-status.server.ts';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BulletList } from '#app/ui/layout/PublicPage.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { heldRoleWords } from './account-words.ts';
import type { Route } from './+types/account-suspend.ts';

export const handle = { access: 'accounts.manage', section: 'accounts' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = idsOf(args);
  return { leaving: await openLeaving(ctxOf(args), { accountId }) };
}

const form = z.object({ expectedVersion: expectedVersion(), reason: z.string(), handTo: shownAtTimes() });

export const action = formAction(form, async (shown, args: Route.ActionArgs) => {
  const { accountId } = idsOf(args);
  const status = await setAccountStatus(ctxOf(args), { accountId, to: 'suspended', ...shown });
  return flash(link('administration/account', { accountId }), `account-${status}`);
});

export default function SuspendAccount({ loaderData: { leaving } }: Route.ComponentProps) {
  const { account, colleagues } = leaving;
  const lines = linesOf(leaving);
  const passesOn = lines.length > 0 && (leaving.side === 'police' || leaving.waits.notSent.count > 0);
  const alone = leaving.side === 'police' ? aloneLines(leaving.alone) : [];
  return (
    <Page
      title="Suspend account"
      backHref={link('administration/account', { accountId: account.id })}
      backText="Account"
    >
      <TwoThirds>
        <PageHeading caption={account.displayName}>Suspend account</PageHeading>
        <p className="govuk-body">
          Whoever uses the account is signed out at once and cannot sign in. What they have sent or written
          stays.
        </p>
        <h2 className="govuk-heading-m">What they hold</h2>
        {lines.length > 0 ? (
          <BulletList texts={lines} />
        ) : (
          <p className="govuk-body">Nothing that somebody else would have to take on.</p>
        )}
        {alone.length > 0 ? (
          <>
            <WarningText>Nobody else who can sign in has what follows. Give it to somebody soon.</WarningText>
            <BulletList texts={alone} />
          </>
        ) : null}
        <Form expectedVersion={account.version}>
          {passesOn && colleagues.length > 0 ? (
            <Select
              name="handTo"
              label="Who takes it on"
              hint={
                leaving.side === 'police'
                  ? 'What their own roles and areas do not let them have goes back to its queue'
                  : 'The agreement lets them go on with what is not sent'
              }
              options={[
                { text: leaving.side === 'police' ? 'Back to its queue' : 'Any colleague', value: '' },
                ...colleagues.map(({ id, displayName }) => ({ text: displayName, value: id })),
              ]}
            />
          ) : null}
          <Textarea name="reason" label="Reason" hint="Kept in the audit trail" rows={3} />
          <Button variant="warning" preventDoubleClick>
            Suspend account
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

function linesOf(leaving: Leaving): string[] {
  if (leaving.side === 'police') return heldLines(leaving.held);
  const { colleagues } = leaving;
  const { notSent, asked } = leaving.waits;
  return [
    notSent.count > 0 &&
      `${counted(notSent.count, 'report')} not sent${saysDanger(notSent.danger)}${
        colleagues.length > 0
          ? ''
          : ': nobody else can open what is not sent, and its leads are told of danger'
      }`,
    asked > 0 && `${counted(asked, 'report')} about which police wait for their answer`,
  ].filter((line) => line !== false);
}

function heldLines({ submissions, tasks, planItems, drafts, duties, request }: Held): string[] {
  return [
    ...submissions.map(({ queue, count, high, contactsDue }) =>
      [
        `${counted(count, 'submission')} in ${queue}`,
        high > 0 && `${high} High: the duty list is told at once`,
        contactsDue > 0 && `${counted(contactsDue, 'contact')} with a victim planned`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    tasks > 0 && counted(tasks, 'open task'),
    planItems > 0 && `${counted(planItems, 'item')} of the plan that they own`,
    drafts.count > 0 &&
      `${counted(drafts.count, 'report')} entered for partners and not sent${saysDanger(drafts.danger)}: an FIB supervisor has them next, if nobody else is chosen`,
    duties > 0 &&
      `${counted(duties, 'duty', 'duties')} in the roster, which end: supervisors are told of gaps`,
    request && 'A request for roles or another address, which is withdrawn',
  ].filter((line) => line !== false);
}

const saysDanger = (count: number): string =>
  count > 0 ? `, of which ${count} ${count === 1 ? 'says' : 'say'} that somebody is in danger` : '';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const aloneLines = ({ queues, roles }: Extract<Leaving, { side: 'police' }>['alone']): string[] => [
  ...queues.map((queue) => `The queue ${queue}: what lies there goes to FIB, or within FIB to the duty list`),
  ...roles.map((role) => `The role ${heldRoleWords(role)}`),
];
