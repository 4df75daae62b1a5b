import type { AreaChoice } from '#app/domain/force/area-choices.server.ts';
import { longestQuery } from '#app/domain/connections/search/read-query.ts';
import type { SearchSort } from '#app/domain/connections/search/sought.ts';
import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form, useFormState, type FormProps } from '#app/ui/layout/Form.tsx';

export type SearchFormProps = Pick<FormProps, 'values' | 'errors'> & {
  areas: readonly AreaChoice[];
  /** Whether what narrows the results is open to sight. */
  narrowed?: boolean;
};

const sorts: Readonly<Record<SearchSort, string>> = {
  best: 'Likeliest first',
  newest: 'Newest first',
  oldest: 'Oldest first',
};
const any = { text: 'Any', value: '' };

/** The one box of a search, and what may narrow and order its results. */
export function SearchForm({ areas, narrowed = false, ...form }: SearchFormProps) {
  const posted = useFormState();
  return (
    <Form action={link('search')} role="search" {...form}>
      <Input
        name="query"
        label="Reference, vehicle, telephone, name, address or words of a report"
        hint="A reference may be a report’s own, a crime or log number, or that of a referral. Use ? for each character of a registration mark that you do not know."
        autoComplete="off"
        spellCheck={false}
        maxLength={longestQuery * 2}
      />
      <Details summary="Dates, area and order" open={narrowed || posted !== null}>
        <div className="portal-filter__fields portal-filter__fields--days">
          <DateInput id="from" namePrefix="from" legend="Received from" />
          <DateInput id="until" namePrefix="until" legend="Received until" />
        </div>
        <div className="portal-filter__fields">
          <Select
            name="area"
            label="Area"
            options={[
              any,
              ...areas.map(({ code, name }) => ({ value: code, text: name })),
              { value: 'none', text: 'Not known' },
            ]}
          />
          <Select
            name="standing"
            label="Status"
            options={[any, { value: 'open', text: 'Open' }, { value: 'ended', text: 'Ended' }]}
          />
          <Select
            name="kind"
            label="Kind"
            options={[
              any,
              { value: 'report', text: 'Reports' },
              { value: 'disseminated', text: 'Items disseminated to us' },
            ]}
          />
          <Select
            name="sort"
            label="Order"
            options={Object.entries(sorts).map(([value, text]) => ({ value, text }))}
          />
        </div>
      </Details>
      <Button>Search</Button>
    </Form>
  );
}
