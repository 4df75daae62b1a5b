import { changeSetting } from '#app/domain/admin/settings/change-setting.server.ts';
import { readSetting } from '#app/domain/admin/settings/read-settings.server.ts';
import { allOfPack, newRow, type SettingRow } from '#app/domain/admin/settings/setting-rows.ts';
import { isSettingPart, type SettingPart } from '#app/domain/force/setting-parts.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { forceDay } from '#app/domain/kernel/postcode-rules.ts';
import { outsideKinds } from '#app/domain/kernel/recipients.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { backToPackForm, settingForm, settingValues } from './setting-form.ts';
import { ChangedRows } from './SettingLines.tsx';
import { clockWords, isWorking, partWords, rowTitle } from '#app/ui/settings/setting-words.ts';
import type { Route } from './+types/setting.ts';

export const handle = {
  access: 'settings.manage',
  section: 'settings',
  recentProof: true,
} satisfies RouteHandle;

/** @throws NotFound for an address that names no part of the settings */
function partOf({ params }: Pick<Route.LoaderArgs, 'params'>): SettingPart {
  if (!isSettingPart(params.part)) throw new NotFound();
  return params.part;
}

export async function loader(args: Route.LoaderArgs) {
  const [part, { code }, ctx] = [partOf(args), args.params, ctxOf(args)];
  return { part, code, today: forceDay(ctx.clock.now()), ...(await readSetting(ctx, { part, code })) };
}

export const action = formAction(
  (args: Route.ActionArgs) => (args.params.code === allOfPack ? backToPackForm : settingForm(partOf(args))),
  async (change, args) => {
    const { code } = args.params;
    const told = await changeSetting(ctxOf(args), { part: partOf(args), code, ...change });
    return flash(link('administration/settings'), `setting-${told}`);
  },
);

export default function Setting({ loaderData }: Route.ComponentProps) {
  const { part, code, row, version, waits, back, today } = loaderData;
  const { one, add } = partWords[part];
  const heading = back !== null ? 'Go back to the pack' : row === null ? (add ?? one) : rowTitle(code, row);
  return (
    <Page title={heading} backHref={link('administration/settings')} backText="Settings">
      <TwoThirds>
        <PageHeading caption={back === null ? one : partWords[part].title}>{heading}</PageHeading>
        {waits ? (
          <InsetText>A change of these waits for another administrator. It is decided first.</InsetText>
        ) : back?.length === 0 ? (
          <InsetText>All of these are as the pack has them.</InsetText>
        ) : (
          <Form values={settingValues(row, today)} expectedVersion={version} data-keep>
            {back === null ? <Fields part={part} row={row} /> : <ChangedRows rows={back} />}
            <DateInput
              id="from"
              namePrefix="from"
              legend="Holds from"
              legendSize="s"
              hint="Today, or a later day"
            />
            {part === 'clocks' || code === newRow || back !== null ? null : (
              <Checkboxes
                name="remove"
                items={[{ value: 'yes', label: 'Take this away from that day on' }]}
                small
              />
            )}
            <Button preventDoubleClick>{back === null ? 'Save' : 'Go back'}</Button>
          </Form>
        )}
      </TwoThirds>
    </Page>
  );
}

function Fields({ part, row }: { part: SettingPart; row: SettingRow | null }) {
  switch (part) {
    case 'signposts':
      return (
        <>
          <Input name="name" label="Name" />
          <Input name="phone" label="Telephone number" type="tel" width={20} />
          <Textarea name="text" label="What they help with" rows={3} />
          <Input
            name="url"
            label="Website (optional)"
            hint="Where their own opening hours are found"
            inputMode="url"
          />
        </>
      );
    case 'recipients':
      return (
        <>
          <Select
            name="kind"
            label="What they are"
            options={Object.entries(outsideKinds).map(([value, label]) => ({ value, text: label }))}
          />
          <Input name="name" label="Name" />
          <Input name="post" label="Post" hint="Who receives it there, by what they do and not by name" />
        </>
      );
    case 'escalation':
      return (
        <>
          <Input name="afterMinutes" label="After how long" hint="Like 30 minutes or 1 hour" width={20} />
          <Checkboxes
            name="positions"
            legend="Who is told"
            legendSize="s"
            small
            items={Object.entries(positions).map(([value, { label }]) => ({ value, label }))}
          />
          <Checkboxes
            name="tellMdsLead"
            small
            items={[{ value: 'yes', label: 'The MDS lead is told who holds it, without content' }]}
          />
        </>
      );
    case 'clocks':
      return Object.entries(clockWords).map(([name, label]) => (
        <Input
          key={name}
          name={name}
          label={`${label} within`}
          hint={`Hours or minutes${isWorking(row, name) ? ' while offices work' : ''}, like 24 hours`}
          width={20}
        />
      ));
  }
}
