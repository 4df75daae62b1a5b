import { dateValues } from '#app/domain/kernel/fields.ts';
import type { Agreement } from '#app/domain/people/organisations/organisation.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form, type FormState } from '#app/ui/layout/Form.tsx';

/** The agreement under which an organisation shares, as an administrator changes it. */
export function AgreementForm({ agreement, version }: { agreement: Agreement; version: number }) {
  const date = (name: string) => ({
    id: name,
    namePrefix: name,
    legendSize: 's' as const,
  });
  return (
    <Form values={agreementValues(agreement)} expectedVersion={version}>
      <Input name="reference" label="Reference of the information sharing agreement (optional)" width={20} />
      <DateInput {...date('from')} legend="Holds from (optional)" hint="For example, 30 9 2015" />
      <DateInput
        {...date('until')}
        legend="Last day on which it holds (optional)"
        hint="You and the organisation’s leads are told 60, 30 and 7 days before. Reports arrive after it too. For example, 29 9 2018"
      />
      <DateInput
        {...date('reviewOn')}
        legend="When the agreement is to be reviewed (optional)"
        hint="For example, 30 9 2016"
      />
      <Checkboxes
        name="allows"
        legend="What the agreement allows"
        legendSize="s"
        hint="Leave empty what it does not say"
        items={[
          {
            value: 'full_copy',
            label: 'Full copies',
            hint: 'Whoever sent a report may download all of it. The organisation then keeps it safe.',
          },
          {
            value: 'authors',
            label: 'Names for leads',
            hint: 'Leads see who sent which report, and who has a question to answer. They do not see what it says.',
          },
          {
            value: 'cover',
            label: 'Cover for colleagues',
            hint: 'Reporters may read, answer and finish reports of colleagues who are away or have left. Leads may read and answer them.',
          },
        ]}
      />
      <Checkboxes
        name="asks"
        legend="What the agreement asks for"
        legendSize="s"
        items={[
          {
            value: 'second_factor',
            label: 'A second factor for everybody there',
            hint: 'Whoever has none sets one up when they next sign in. Leads need one in any case.',
          },
        ]}
      />
      <DateInput {...date('agreedOn')} legend="When this was agreed" hint="For example, 30 9 2015" />
      <Input
        name="agreedBy"
        label="Who agreed to it for the organisation"
        hint="Name and position"
        autoComplete="off"
      />
      <Button preventDoubleClick>Save agreement</Button>
    </Form>
  );
}

function agreementValues(agreement: Agreement): FormState['values'] {
  return {
    reference: agreement.reference ?? '',
    agreedBy: agreement.agreedBy ?? '',
    allows: [
      ...(agreement.fullCopy ? ['full_copy'] : []),
      ...(agreement.cover ? ['cover'] : []),
      ...(agreement.authors ? ['authors'] : []),
    ],
    asks: agreement.secondFactor ? ['second_factor'] : [],
    ...keptDate('from', agreement.from),
    ...keptDate('until', agreement.until),
    ...keptDate('reviewOn', agreement.reviewOn),
    ...keptDate('agreedOn', agreement.agreedOn),
  };
}

function keptDate(name: string, at: Date | null): Record<string, string> {
  return dateValues(name, at === null ? null : at.toISOString().slice(0, 10));
}
