import type { RecordLink } from '#app/domain/connections/records/records-of.server.ts';
import type { ItemOf } from '#app/domain/connections/records/record-input.ts';
import { recordLimits } from '#app/domain/connections/records/record-kinds.ts';
import { dateValues } from '#app/domain/kernel/fields.ts';
import { Button } from '../govuk/Button.tsx';
import { CharacterCount } from '../govuk/CharacterCount.tsx';
import { Details } from '../govuk/Details.tsx';
import { Form, useFormState } from '../layout/Form.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordVersions } from './RecordVersions.tsx';

export type EditRecordProps = { link: RecordLink; items: readonly ItemOf[] | null };

/** Changes or removes a link that stands, with all that was written of it. */
export function EditRecord({ link: { kind, now, versions }, items }: EditRecordProps) {
  const removing = useFormState()?.values['intent'] === 'remove';
  const kept = {
    reference: now.reference ?? '',
    status: now.status ?? '',
    agency: now.agency ?? '',
    people: now.people === null ? '' : String(now.people),
    item: now.item?.id ?? '',
    note: now.note ?? '',
    ...dateValues('datedOn', now.datedOn),
  };
  return (
    <>
      {now.removed === null ? (
        <>
          <Form intent="change" values={kept} expectedVersion={now.number}>
            <RecordForm kind={kind} items={items} />
            <Button preventDoubleClick>Save</Button>
          </Form>
          <Details summary="Remove this record" open={removing}>
            <Form intent="remove" expectedVersion={now.number}>
              <CharacterCount
                name="reason"
                label="Why does it not belong to this submission?"
                hint="What it was stays on record with this reason"
                rows={3}
                maxLength={recordLimits.reason}
                autoComplete="off"
              />
              <Button variant="warning" preventDoubleClick>
                Remove record
              </Button>
            </Form>
          </Details>
        </>
      ) : null}
      <h2 className="govuk-heading-m">History</h2>
      <RecordVersions versions={versions} />
    </>
  );
}
