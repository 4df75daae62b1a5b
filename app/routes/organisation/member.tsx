import { z } from 'zod';
import { openMember, type Member } from '#app/domain/admin/open-member.server.ts';
import { setAccountStatus } from '#app/domain/admin/set-account-status.server.ts';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/member.ts';

export const handle = { access: 'organisation.lead', section: 'organisation' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = idsOf(args);
  return { member: await openMember(ctxOf(args), { accountId }) };
}

const form = z.object({
  intent: z.enum(['suspended', 'active']),
  expectedVersion: expectedVersion(),
  reason: shownAtTimes(),
  handTo: shownAtTimes(),
});

export const action = formAction(form, async ({ intent, ...shown }, args: Route.ActionArgs) => {
  const { accountId } = idsOf(args);
  const status = await setAccountStatus(ctxOf(args), { accountId, to: intent, ...shown });
  return flash(link('organisation/member', { accountId }), `member-${status}`);
});

export default function OneMember({ loaderData: { member } }: Route.ComponentProps) {
  const t = useMessages().organisation;
  return (
    <Page title={t.member.title} backHref={link('organisation/organisation')}>
      <TwoThirds>
        <PageHeading caption={t.member.title}>{member.displayName}</PageHeading>
        <SummaryList
          rows={[
            { key: t.email, value: member.email },
            {
              key: t.status,
              value: <AccountStatus status={member.status} text={t.memberStatus[member.status]} />,
            },
          ]}
        />
        <WhatToDo member={member} />
      </TwoThirds>
    </Page>
  );
}

function WhatToDo({ member }: { member: Member }) {
  const { member: t } = useMessages().organisation;
  if (member.own) return <InsetText>{t.own}</InsetText>;
  if (member.status === 'active' || member.status === 'invited') return <Suspend member={member} />;
  if (!member.mayRestore) return <InsetText>{t.byPolice}</InsetText>;
  return (
    <Form intent="active" expectedVersion={member.version}>
      <h2 className="govuk-heading-m">{t.restore}</h2>
      <p className="govuk-body">{t.restoreText[member.status]}</p>
      <Textarea name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
      <Button preventDoubleClick>{t.restore}</Button>
    </Form>
  );
}

function Suspend({ member }: { member: Member }) {
  const { member: t } = useMessages().organisation;
  const { status, notSent, asked, colleagues } = member;
  const words = t.suspend[status === 'invited' ? 'invited' : 'active'];
  return (
    <Form intent="suspended" expectedVersion={member.version}>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">{words.text}</p>
      {notSent.danger > 0 ? (
        <WarningText>{colleagues.length > 0 ? t.dangerCover : t.danger}</WarningText>
      ) : null}
      {asked > 0 ? <p className="govuk-body">{t.asked({ count: asked })}</p> : null}
      {notSent.count > 0 ? (
        <p className="govuk-body">
          {t.notSent({ count: notSent.count })} {colleagues.length > 0 ? t.notSentCover : t.notSentAlone}
        </p>
      ) : null}
      {notSent.count > 0 && colleagues.length > 0 ? (
        <Select
          name="handTo"
          label={t.handTo}
          options={[
            { text: t.handToNobody, value: '' },
            ...colleagues.map(({ id, displayName }) => ({ text: displayName, value: id })),
          ]}
        />
      ) : null}
      <Textarea name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
      <Button variant="warning" preventDoubleClick>
        {words.heading}
      </Button>
    </Form>
  );
}
