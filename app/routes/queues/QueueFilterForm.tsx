import { shortText } from '#app/domain/kernel/short-text.ts';
import { channelWords, exploitationKeys, priorityWords } from '#app/domain/kernel/report-labels.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import type { QueueChoices } from '#app/domain/desks/queue.server.ts';
import { ages, isNarrowed, type QueueFilter } from '#app/domain/submission/queue-filter.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';

export type QueueFilterFormProps = {
  action: string;
  view: string;
  filter: QueueFilter;
  choices: QueueChoices;
  clearHref: string;
  saveHref: string;
};

type Options = readonly { text: string; value: string }[];

const any = { text: 'Any', value: '' };
const longestText = 60;

const typeOptions: Options = exploitationKeys
  .filter((code) => code !== 'not_sure')
  .map((code) => ({ value: code, text: exploitationWords([code])[0] ?? code }));
const wordOptions = (words: Readonly<Record<string, string>>): Options =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** Narrows a work list: a form that asks, so that the list has an address to come back to. */
export function QueueFilterForm({
  action,
  view,
  filter,
  choices,
  clearHref,
  saveHref,
}: QueueFilterFormProps) {
  const narrowed = isNarrowed(filter);
  const field = (name: Exclude<keyof QueueFilter, 'sort'>, label: string, options: Options) => (
    <Select name={name} label={label} value={filter[name] ?? ''} options={[any, ...options]} />
  );
  return (
    <Details summary="Filter this list" open={narrowed}>
      <form method="get" action={action} className="portal-filter">
        <input type="hidden" name="view" value={view} />
        {filter.sort === 'priority' ? null : <input type="hidden" name="sort" value={filter.sort} />}
        <div className="portal-filter__fields">
          {field('area', 'Area', [
            ...choices.areas.map(({ code, name }) => ({ value: code, text: name })),
            { value: 'none', text: 'Not known' },
          ])}
          {field('type', 'Exploitation type', typeOptions)}
          {field('channel', 'Channel', wordOptions(channelWords))}
          {field('priority', 'Priority', wordOptions(priorityWords))}
          {field(
            'age',
            'Received',
            Object.entries(ages).map(([value, { label }]) => ({ value, text: `${label} ago` })),
          )}
          {field(
            'item',
            'Item of the plan',
            choices.items.map(({ code, text }) => ({
              value: code,
              text: text === '' ? code : `${code}: ${shortText(text, longestText)}`,
            })),
          )}
        </div>
        <div className="govuk-button-group">
          <Button variant="secondary">Apply filter</Button>
          {narrowed ? (
            <a className="govuk-link govuk-link--no-visited-state" href={clearHref}>
              Clear filter
            </a>
          ) : null}
          <a className="govuk-link govuk-link--no-visited-state" href={saveHref}>
            {narrowed ? 'Save as a view' : 'Saved views'}
          </a>
        </div>
      </form>
    </Details>
  );
}
