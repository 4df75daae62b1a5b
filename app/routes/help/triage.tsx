import type { ClockTargets } from '#app/domain/force/clocks.ts';
import { triageClocks } from '#app/domain/submission/due-dates.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDuration } from '#app/ui/format/duration.ts';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { clockTargetWords } from '#app/ui/settings/setting-words.ts';
import type { Route } from './+types/triage.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return triageClocks(ctxOf(args));
}

/** The work in its order: what is done, and what to know about it. */
const steps: readonly [what: string, how: string][] = [
  [
    'Take it from the queue',
    'High comes first. “Take next” gives you the most urgent one that nobody has. Move what belongs elsewhere, with the reason.',
  ],
  [
    'Claim it',
    'From then on you hold it and nobody else works on it. If you cannot look after it, release it or hand it over. What is given to you counts as held once you open it.',
  ],
  [
    'Read it',
    'Raise it to High if somebody is in danger, and restrict it if its source can be guessed: either on your own word. To lower it or lift a restriction, ask; an FIB supervisor other than you decides.',
  ],
  ['Ask, if you must', 'Ask the partner only for what they already know. Never ask them to find out more.'],
  [
    'Grade it beside the report',
    'One item for each separate piece of intelligence: how reliable the source is, how good the intelligence is, and how it may be handled. “Save” keeps it; nothing leaves before “Send and close”. An item that was a mistake is voided with a reason and stays in sight.',
  ],
  [
    'Sanitise',
    'FIB writes the text that others may read. Nothing in it points to the source. A second person approves what has handling code C or is restricted.',
  ],
  [
    'Disseminate',
    'To a queue, to the MDS lead, or out of the force on a sheet that you pass on by hand. The partner’s own limits stand above the recipients.',
  ],
  [
    'Answer and close',
    'Tell the partner what came of it, and nothing about police work. The page says what has to be done before.',
  ],
];

const clockNames: readonly [keyof ClockTargets['high'], string][] = [
  ['first_seen', 'Opened by an officer, and claimed'],
  ['assessed', 'Assessed'],
  ['answered', 'Answered to the partner'],
  ['acknowledged', 'Acknowledged by a recipient'],
];

export default function HowTriageWorks({ loaderData }: Route.ComponentProps) {
  const { clocks, pauseEndsAfterDays, approveWithinMinutes } = loaderData;
  return (
    <Page title="How triage works" backHref={link('queues/queues')} backText="Queues">
      <TwoThirds>
        <PageHeading>How triage works</PageHeading>
        <WarningText>If somebody is in danger now, act as you would on a 999 call. Do not wait.</WarningText>
        <h2 className="govuk-heading-m">From the queue to the answer</h2>
        <ol className="govuk-list govuk-list--number govuk-list--spaced">
          {steps.map(([what, how]) => (
            <li key={what}>
              <strong>{what}.</strong> {how}
            </li>
          ))}
        </ol>
        <h2 className="govuk-heading-m">Clocks</h2>
        <CardTable
          caption="How long each step may take"
          captionHidden
          columns={[{ header: 'Step' }, { header: 'High' }, { header: 'Medium' }, { header: 'Low' }]}
          rows={clockNames.map(([clock, name]) => ({
            key: clock,
            cells: [
              name,
              ...(['high', 'medium', 'low'] as const).map((priority) =>
                clockTargetWords(clocks[priority][clock]),
              ),
            ],
          }))}
        />
        <ul className="govuk-list govuk-list--bullet">
          <li>Opening takes nothing on: a list shows the first clock until somebody has claimed.</li>
          <li>
            What lies in a queue while nobody of it is here goes to FIB, and what lies in FIB to the duty
            list, the deputy and the duty inspector.
          </li>
          <li>A question to the partner stops the clocks, for {pauseEndsAfterDays} days at most.</li>
          <li>High does not wait for an answer, and somebody is told until somebody who is here has it.</li>
          <li>
            What one person sends at once because it is High is approved by a second within{' '}
            {formatDuration(approveWithinMinutes * 60_000)}.
          </li>
        </ul>
        <h2 className="govuk-heading-m">Keys</h2>
        <p className="govuk-body">
          You can work with single keys on queues and submissions.{' '}
          <a className="govuk-link" href={link('help/keyboard')}>
            See the keys and switch them on
          </a>
          .
        </p>
      </TwoThirds>
    </Page>
  );
}
