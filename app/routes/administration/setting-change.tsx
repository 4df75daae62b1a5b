import { z } from 'zod';
import { decideSetting } from '#app/domain/admin/settings/decide-setting.server.ts';
import { readSettingChange } from '#app/domain/admin/settings/read-settings.server.ts';
import { changedRows } from '#app/domain/admin/settings/setting-rows.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ChangedRows } from './SettingLines.tsx';
import { partWords } from '#app/ui/settings/setting-words.ts';
import type { Route } from './+types/setting-change.ts';

export const handle = {
  access: 'settings.manage',
  section: 'settings',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { change, before, after } = await readSettingChange(ctxOf(args), idsOf(args));
  return { change, rows: changedRows(before, after) };
}

const form = z.object({ intent: z.enum(['approved', 'refused', 'withdrawn']), reason: shownAtTimes() });

export const action = formAction(form, async ({ intent, reason }, args: Route.ActionArgs) => {
  await decideSetting(ctxOf(args), { ...idsOf(args), decision: intent, reason });
  return flash(link('administration/settings'), `setting-${intent}`);
});

export default function SettingChange({ loaderData: { change, rows } }: Route.ComponentProps) {
  const { title } = partWords[change.part];
  return (
    <Page title="Change of the settings" backHref={link('administration/settings')} backText="Settings">
      <PageHeading caption={`${title}, version ${change.version}`}>Change of the settings</PageHeading>
      <SummaryList
        rows={[
          { key: 'Holds from', value: <DateTime at={change.from} dateOnly /> },
          { key: 'Asked by', value: change.askedBy },
          { key: 'Asked', value: <DateTime at={change.askedAt} /> },
          change.decision !== null && {
            key: { approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' }[change.decision],
            value: (
              <>
                {change.decidedBy}
                {change.decidedAt === null ? null : (
                  <>
                    , <DateTime at={change.decidedAt} />
                  </>
                )}
              </>
            ),
          },
          change.reason !== null && { key: 'Reason', value: change.reason },
        ]}
      />
      <ChangedRows rows={rows} />
      {change.decision !== null ? null : change.own ? (
        <Form intent="withdrawn">
          <p className="govuk-body">Another administrator decides. Until then you can withdraw it.</p>
          <Button variant="secondary" preventDoubleClick>
            Withdraw
          </Button>
        </Form>
      ) : (
        <>
          <Form intent="approved">
            <Button preventDoubleClick>Approve</Button>
          </Form>
          <Form intent="refused">
            <Textarea name="reason" label="Why it is refused" hint="Whoever asked reads it here" rows={3} />
            <Button variant="secondary" preventDoubleClick>
              Refuse
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}
