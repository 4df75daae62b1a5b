import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Form, type FormProps } from '#app/ui/layout/Form.tsx';

type PeriodFormProps = Pick<FormProps, 'values' | 'errors'> & {
  /** By which areas is counted; null while there is one way only. */
  areas: string | null;
  /** Periods to choose with one press, and the one that is shown. */
  usual: readonly { name: string; href: string; shown: boolean }[];
  /** What the address asks for besides the period, which stays. */
  kept?: Readonly<Record<string, string>>;
};

/** The period of the figures and, once areas have changed, by which areas they are counted. */
export function PeriodForm({ values, errors = [], areas, usual, kept = {} }: PeriodFormProps) {
  const form = (
    <Form method="get" values={values} errors={errors}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-quarter">
          <Input name="from" label="First month" hint="For example, April 2015" />
        </div>
        <div className="govuk-grid-column-one-quarter">
          <Input name="to" label="Last month" hint="For example, January 2016" />
        </div>
      </div>
      {areas !== null ? (
        <Radios
          name="areas"
          idPrefix="areas-counted"
          legend="Areas"
          legendSize="s"
          hint="Areas have changed. Published figures stay as they are."
          inline
          small
          value={areas}
          items={[
            { value: 'sent', label: 'Areas as they were' },
            { value: 'now', label: 'Areas as they are now' },
          ]}
        />
      ) : null}
      <Button variant="secondary">{areas !== null ? 'Show these figures' : 'Show this period'}</Button>
      {errors.length > 0 ? (
        <p className="govuk-body">The plan year so far is shown until the period is corrected.</p>
      ) : null}
    </Form>
  );
  return (
    <nav aria-label="Period" className="portal-no-print">
      <ul className="govuk-list portal-inline-list govuk-!-margin-bottom-2">
        {usual.map(({ name, href, shown }) => (
          <li key={name}>
            {shown ? (
              <strong>{name}</strong>
            ) : (
              <a className="govuk-link govuk-link--no-visited-state" href={href}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
      <Details
        summary={areas === null ? 'Another period' : 'Another period, or areas as they are now'}
        open={errors.length > 0 || areas === 'now'}
      >
        {form}
      </Details>
    </nav>
  );
}
