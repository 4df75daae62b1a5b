import type { ReactNode } from 'react';
import type { SentDissemination } from '#app/domain/submission/items.server.ts';
import type { OpenedItem } from '#app/domain/desks/open-item.server.ts';
import { isAgainstLimits } from '#app/domain/submission/sharing-limits.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { formatDuration } from '#app/ui/format/duration.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form, type FieldError, type FormState, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { CollisionNotice, useMineLabel, type ComparedField } from '#app/ui/triage/CollisionNotice.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';
import { ConfirmWarnings, useWarned, WarningList } from '#app/ui/triage/ReleaseWarnings.tsx';
import { Voided } from './Voided.tsx';

export type SendingPageProps = {
  opened: OpenedItem;
  /** Minutes within which a second person approves what one let out. */
  approveWithin: number;
  backHref: string;
  /** The pages for the kinds of recipient; the current one has no address. */
  ways: readonly { text: string; href: string | null }[];
  /** What is wrong with the form that came back, where the page says it in its own way. */
  faults?: readonly FieldError[] | undefined;
  /** Whom it was to go to, and why, as the form came back. */
  typedRecipient: string;
  typedReason?: string;
  /** Why it may not go to this kind of recipient at all. */
  barred?: string | null;
  conditionsLabel: string;
  conditionsHint: string;
  button: string;
  /** Who gets it. */
  children: ReactNode;
};

/** An item is sent to somebody: what they will read, whether it may go out, to whom and under which conditions. */
export function SendingPage(props: SendingPageProps) {
  const { opened, backHref, faults, barred = null } = props;
  const posted = useFormState();
  const { item, reference, actions, needsApproval, priority } = opened;
  const [newest] = item.versions;
  const may =
    actions.includes('disseminate') &&
    newest !== undefined &&
    newest.sentBack === null &&
    item.grade !== null;
  const blocked = needsApproval && priority !== 'high';
  return (
    <Page title="Disseminate an item" backHref={backHref} errors={faults}>
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
          Disseminate this item
        </PageHeading>
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            fields={comparedSending(props, posted)}
            mayUse={may && !blocked && !barred}
            keepHref={backHref}
          />
        ) : null}
        <Ways ways={props.ways} />
        {newest ? (
          <>
            <h2 className="govuk-heading-s">What the recipient reads: version {newest.version}</h2>
            <div className="portal-verbatim portal-released">{newest.text}</div>
            {newest.approval ? (
              <p className="govuk-body">
                Approved by {newest.approval.by}, <DateTime at={newest.approval.at} />.
              </p>
            ) : null}
          </>
        ) : null}
        {item.grade ? (
          <GradeSummary
            grade={item.grade}
            confidence={item.grade.confidence}
            fiveByFive={{ grade: item.grade.fiveByFive, pack: opened.fiveByFive.pack }}
          />
        ) : null}
        <PartnerCautions cautions={opened} limitReason={item.grade?.limitReason ?? null} />
        <TwoPersons {...props} />
        {may && !blocked && !barred ? <SendForm {...props} /> : null}
        {may && barred ? <InsetText>{barred}</InsetText> : null}
        {item.voided ? <Voided voided={item.voided} /> : null}
        {may || item.voided ? null : <InsetText>{whyNot(opened)}</InsetText>}
      </TwoThirds>
    </Page>
  );
}

/** To whom the item has gone by now, and under which conditions, beside what the officer was about to send. */
function comparedSending(
  { opened, typedRecipient, typedReason }: SendingPageProps,
  posted: FormState,
): ComparedField[] {
  const sent = opened.item.disseminations.filter(({ recalled }) => recalled === null);
  const lines = (of: (each: SentDissemination) => string | null): string =>
    sent.flatMap((each) => of(each) ?? []).join('\n');
  return [
    {
      label: 'Disseminated to',
      now: lines(({ recipient, version }) => `${recipient} (version ${version})`),
      typed: typedRecipient,
    },
    ...(typedReason === undefined
      ? []
      : [{ label: 'Reason', now: lines(({ reason }) => reason), typed: typedReason }]),
    { label: 'Conditions', now: lines(({ conditions }) => conditions), typed: typedIn(posted, 'conditions') },
  ];
}

function Ways({ ways }: Pick<SendingPageProps, 'ways'>) {
  return (
    <nav aria-label="Who it goes to" className="portal-parts">
      <ul className="portal-parts__list">
        {ways.map(({ text, href }) => (
          <li key={text}>
            {href === null ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a className="govuk-link" href={href}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function whyNot({ item, status }: OpenedItem): string {
  if (!item.grade) return 'Grade the item first.';
  if (item.versions.length === 0) return 'Write the sanitised text first.';
  if (item.versions[0]?.sentBack) return 'A second person sent this version back. Write a new one first.';
  if (status === 'in_assessment') return 'Accept the submission first.';
  return 'You cannot disseminate items of this submission now.';
}

/** The two-person rule, where it holds and is not met. */
function TwoPersons({ opened, approveWithin }: SendingPageProps) {
  if (!opened.needsApproval) return null;
  if (opened.priority === 'high')
    return (
      <WarningText>
        No second person has approved this text. Because the submission is High you may send it at once. It is
        shown as unapproved to everybody, and an FIB supervisor must approve it within{' '}
        {formatDuration(approveWithin * 60_000)}.
      </WarningText>
    );
  return (
    <InsetText>
      An FIB supervisor other than the writer must approve this text before it goes out: it has handling code
      C or the submission is restricted.
    </InsetText>
  );
}

/** A grade that was given before this was asked, or before the partner's wishes were looked at, has no reason. */
const asksForLimitReason = ({ item: { grade }, limits }: OpenedItem): boolean =>
  grade !== null && grade.limitReason === null && isAgainstLimits(grade.handling, limits);

/** Whoever gets an item knows of the partner's condition only from these: the officer may word it otherwise. */
const notForImmigration = 'Not to be used for immigration purposes.';

function SendForm({ opened, children, ...words }: SendingPageProps) {
  const warned = useWarned();
  const collision = useFormState()?.collision;
  return (
    <Form
      expectedVersion={opened.version}
      values={{ conditions: opened.limits.notForImmigration ? notForImmigration : '' }}
      data-keep
    >
      {asksForLimitReason(opened) ? (
        <CharacterCount
          name="limitReason"
          label="Why may it be shared without conditions although the partner set a limit?"
          hint="It is graded P. Kept with the item; the recipient does not see it. Or grade it again with handling code C."
          rows={2}
          maxLength={textLimits.conditions}
          autoComplete="off"
        />
      ) : null}
      {children}
      <CharacterCount
        name="conditions"
        label={words.conditionsLabel}
        hint={words.conditionsHint}
        rows={3}
        maxLength={textLimits.conditions}
        autoComplete="off"
      />
      {warned ? (
        <div className="portal-warned">
          <h3 className="govuk-heading-s">Look at these in what you wrote and in how it may be acted on</h3>
          <WarningList warnings={warned.warnings} />
          <ConfirmWarnings mark={warned.mark} />
        </div>
      ) : null}
      <Button preventDoubleClick>{collision ? useMineLabel : words.button}</Button>
    </Form>
  );
}
