import { Fragment } from 'react';
import type { HistoryLine } from '#app/domain/submission/submission-parts.server.ts';
import { wordDifference, type Stretch } from '#app/domain/triage/release/word-difference.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { History } from './History.tsx';

/** One field of the form: what stands in its place now, in words, and what was typed or chosen. Empty for nothing. */
export type ComparedField = { label: string; now: string; typed: string };

/** The button by which what was typed is saved after all. */
export const useMineLabel = 'Use mine on top of what is there now';

export type CollisionNoticeProps = {
  changes: readonly HistoryLine[];
  /** How things stand now, in a sentence. */
  now?: string;
  fields: readonly ComparedField[];
  /** Whether the form stands below, so that what was typed can still be used. */
  mayUse: boolean;
  keepHref: string;
};

const stillThere =
  'Nothing of yours is saved yet. What you typed is in the form below, where you can still change it.';
const nothingDone = 'Nothing was done yet. Look at what has changed, then decide again.';
const tooLate =
  'This can no longer be done. Nothing of yours is saved: copy what you need from what you typed.';

/**
 * Somebody changed the submission while a form was open: what they did, what now stands beside what was typed, and both
 * ways out. The form below carries the new version, so sending it is a decision on what is there now.
 */
export function CollisionNotice({ changes, now, fields, mayUse, keepHref }: CollisionNoticeProps) {
  const shown = fields.filter(({ now, typed }) => now !== '' || typed !== '');
  const typed = fields.some((field) => field.typed !== '');
  const differing = shown.filter(({ now, typed }) => now.trim() !== typed.trim());
  const alike = shown.filter((field) => !differing.includes(field)).map(({ label }) => label);
  return (
    <section className="portal-collision" aria-labelledby="collision">
      <h2 className="govuk-heading-m" id="collision">
        What has changed since you opened this
      </h2>
      {changes.length > 0 ? (
        <History lines={changes} />
      ) : (
        <p className="govuk-body">Open the submission to see what is there now.</p>
      )}
      {differing.map((field) => (
        <Compared key={field.label} {...field} />
      ))}
      {alike.length > 0 ? <p className="govuk-body">The same in both: {alike.join(', ')}.</p> : null}
      {now ? <p className="govuk-body">{now}</p> : null}
      {mayUse ? (
        <p className="govuk-body">{typed ? stillThere : nothingDone}</p>
      ) : (
        <InsetText>{tooLate}</InsetText>
      )}
      <ButtonLink href={keepHref} variant="secondary">
        Keep what is there
      </ButtonLink>
    </section>
  );
}

function Compared({ label, now, typed }: ComparedField) {
  const { one, other } = wordDifference(now, typed);
  return (
    <div role="group" aria-label={label}>
      <h3 className="govuk-heading-s">{label}</h3>
      <div className="portal-sides">
        <Side title="What is there now" stretches={one} original />
        <Side title="What you typed" stretches={other} />
      </div>
    </div>
  );
}

function Side({
  title,
  stretches,
  original = false,
}: {
  title: string;
  stretches: readonly Stretch[];
  original?: boolean;
}) {
  return (
    <div className={original ? 'portal-side portal-side--original' : 'portal-side'}>
      <h4 className="govuk-heading-s portal-side__title">{title}</h4>
      {stretches.length === 0 ? (
        <p className="govuk-body portal-secondary">Nothing</p>
      ) : (
        <div className="portal-verbatim">
          {stretches.map(({ text, differs }, index) =>
            differs ? (
              <Fragment key={index}>
                <mark className="portal-differs">{text.trimEnd()}</mark>
                {text.slice(text.trimEnd().length)}
              </Fragment>
            ) : (
              text
            ),
          )}
        </div>
      )}
    </div>
  );
}
