import { auditTypes, auditTypeWords } from '#app/domain/audit/event-words.ts';
import { everyReading } from '#app/domain/audit/trail-filter.ts';
import type { TrailPerson } from '#app/domain/audit/trail-people.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form, HiddenField, type FormProps } from '#app/ui/layout/Form.tsx';

const types = auditTypes
  .map((type) => ({ text: auditTypeWords(type), value: type }))
  .sort((one, other) => one.text.localeCompare(other.text));

type TrailFiltersProps = Pick<FormProps, 'errors'> & {
  /** What stands in each field. */
  values: Readonly<Record<string, string>>;
  /** The trail without filters. */
  clearHref: string;
  /** Whoever the typed name may mean, to choose from. */
  people: readonly TrailPerson[];
};

/** Who acted, what happened, to which report and when. What a link has narrowed the trail to is kept. */
export function TrailFilters({ values, errors, clearHref, people }: TrailFiltersProps) {
  const kept = ['subject', ...(people.length > 0 ? [] : ['actor'])].filter((name) => values[name]);
  return (
    <Form method="get" values={values} errors={errors}>
      {kept.map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Input
            name="person"
            label="Person who acted"
            hint="All or part of their name"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Select
            name="type"
            label="Kind of event"
            hint="One kind, or all of them"
            options={[
              { text: 'All kinds', value: '' },
              { text: 'Every reading of a report', value: everyReading },
              ...types,
            ]}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Input
            name="reference"
            label="Reference of the report"
            hint="For example, AB3-CD4EF"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </div>
      {people.length > 0 ? (
        <Radios
          name="actor"
          legend="Which person"
          legendSize="s"
          small
          items={people.map(({ id, name, of }) => ({ value: id, label: `${name}, ${of ?? 'police'}` }))}
        />
      ) : null}
      <div className="govuk-grid-row">
        <Day name="from" legend="First day" />
        <Day name="to" legend="Last day" />
      </div>
      <div className="govuk-button-group">
        <Button variant="secondary">Apply filters</Button>
        <a className="govuk-link" href={clearHref}>
          Clear filters
        </a>
      </div>
    </Form>
  );
}

function Day({ name, legend }: { name: 'from' | 'to'; legend: string }) {
  return (
    <div className="govuk-grid-column-one-third">
      <DateInput id={name} namePrefix={name} legend={legend} legendSize="s" hint="For example, 18 1 2016" />
    </div>
  );
}
