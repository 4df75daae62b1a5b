import { auditTypes, auditTypeWords } from '#app/domain/audit/event-words.ts';
import type { TrailPerson } from '#app/domain/audit/trail-people.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';

const types = auditTypes
  .map((type) => ({ text: auditTypeWords(type), value: type }))
  .sort((one, other) => one.text.localeCompare(other.text));

export type TrailFiltersProps = {
  /** What stands in a field, and what is wrong with it, by its name. */
  typed: (field: string) => string;
  errorOf: (field: string) => string | undefined;
  /** The trail without filters. */
  clearHref: string;
  /** Whoever the typed name may mean, to choose from. */
  people: readonly TrailPerson[];
};

/** Who acted, what happened, to which report and when. What a link has narrowed the trail to is kept. */
export function TrailFilters({ typed, errorOf, clearHref, people }: TrailFiltersProps) {
  const field = (name: 'person' | 'type' | 'reference') => ({
    name,
    value: typed(name),
    error: errorOf(name),
  });
  const kept = ['subject', ...(people.length > 0 ? [] : ['actor'])].filter((name) => typed(name));
  return (
    <form method="get" noValidate>
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={typed(name)} />
      ))}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Input
            {...field('person')}
            label="Person who acted"
            hint="All or part of their name"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Select
            {...field('type')}
            label="Kind of event"
            hint="One kind, or all of them"
            options={[{ text: 'All kinds', value: '' }, ...types]}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Input
            {...field('reference')}
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
          error={errorOf('actor')}
          items={people.map(({ id, name, of }) => ({ value: id, label: `${name}, ${of ?? 'police'}` }))}
        />
      ) : null}
      <div className="govuk-grid-row">
        <Day typed={typed} error={errorOf('from')} name="from" legend="First day" />
        <Day typed={typed} error={errorOf('to')} name="to" legend="Last day" />
      </div>
      <div className="govuk-button-group">
        <Button variant="secondary">Apply filters</Button>
        <a className="govuk-link" href={clearHref}>
          Clear filters
        </a>
      </div>
    </form>
  );
}

type DayProps = Pick<TrailFiltersProps, 'typed'> & {
  name: 'from' | 'to';
  legend: string;
  error: string | undefined;
};

function Day({ typed, name, legend, error }: DayProps) {
  return (
    <div className="govuk-grid-column-one-third">
      <DateInput
        id={name}
        namePrefix={name}
        legend={legend}
        legendSize="s"
        hint="For example, 18 1 2016"
        values={{
          day: typed(`${name}-day`),
          month: typed(`${name}-month`),
          year: typed(`${name}-year`),
        }}
        error={error}
      />
    </div>
  );
}
