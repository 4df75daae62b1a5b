import { z } from 'zod';
import type { OpenedSite } from '#app/domain/people/organisations/sites.server.ts';
import { boxes, dateValues, expectedVersion } from '#app/domain/kernel/fields.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form } from '#app/ui/layout/Form.tsx';

export const siteSchema = z.object({
  intent: z.literal('save'),
  expectedVersion: expectedVersion(),
  name: z.string(),
  areaId: z.string(),
  from: boxes(),
  until: boxes(),
  by: z.string(),
});

/** A site of an organisation, and its accreditation as a place where third parties report. */
export function SiteForm({
  opened: { organisation, areas, site },
  save,
}: {
  opened: OpenedSite;
  save: string;
}) {
  const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;
  const values = {
    name: site?.name ?? '',
    areaId: site?.areaId ?? '',
    by: site?.by ?? '',
    ...dateValues('from', day(site?.from)),
    ...dateValues('until', day(site?.until)),
  };
  const date = (name: string) => ({ id: name, namePrefix: name, legendSize: 's' as const });
  return (
    <Form intent="save" values={values} expectedVersion={organisation.version}>
      <Input name="name" label="Name of the site" autoComplete="off" />
      <Select
        name="areaId"
        label="Area (optional)"
        options={[
          { text: 'No area recorded', value: '' },
          ...areas.map(({ id, name }) => ({ text: name, value: id })),
        ]}
      />
      <h2 className="govuk-heading-m">Accreditation</h2>
      <p className="govuk-body">
        As a centre where people report to somebody they know. Leave all of it empty for a site that is not
        accredited.
      </p>
      <DateInput {...date('from')} legend="Accredited from" hint="For example, 30 9 2015" />
      <DateInput
        {...date('until')}
        legend="Last day (optional)"
        hint="Leave empty where no end was agreed. For example, 29 9 2018"
      />
      <Input
        name="by"
        label="Accredited by"
        hint="Name and position, or the body that did"
        autoComplete="off"
      />
      <Button preventDoubleClick>{save}</Button>
    </Form>
  );
}
