import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';

type Field = { value: string; error: string | undefined };

export type PeriodFormProps = {
  from: Field;
  to: Field;
  /** By which areas is counted; null while there is one way only. */
  areas: string | null;
};

/** The period of the figures and, once areas have changed, by which areas they are counted. */
export function PeriodForm({ from, to, areas }: PeriodFormProps) {
  return (
    <form method="get" noValidate className="portal-no-print">
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-quarter">
          <Input
            name="from"
            label="First month"
            hint="For example, April 2015"
            value={from.value}
            error={from.error}
          />
        </div>
        <div className="govuk-grid-column-one-quarter">
          <Input
            name="to"
            label="Last month"
            hint="For example, January 2016"
            value={to.value}
            error={to.error}
          />
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
      {from.error || to.error ? (
        <p className="govuk-body">The plan year so far is shown until the period is corrected.</p>
      ) : null}
    </form>
  );
}
