import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { gradeInFull } from '#app/domain/kernel/grading.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { useLink } from '#app/http/use-link.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';

type Use = NonNullable<PreparedAction['use']>;

/** That the partner set a condition against it, before anything else. */
export function ImmigrationCondition({ use }: { use: Use }) {
  if (!use.cautions.limits.notForImmigration) return null;
  return (
    <WarningText>
      The partner set the condition that this report is not used for immigration purposes.
    </WarningText>
  );
}

/** What would go out, and what the partner wants heeded. */
export function ImmigrationUse({ use: { item, cautions } }: { use: Use }) {
  const link = useLink();
  const [newest] = item.versions;
  return (
    <>
      <h2 className="govuk-heading-s">What immigration enforcement would read: item {item.number}</h2>
      {newest ? <div className="portal-verbatim portal-released">{newest.text}</div> : null}
      <p className="govuk-body">
        {item.grade ? `Graded ${gradeInFull(item.grade)}. ` : null}
        <a className="govuk-link" href={link('items/history', { itemId: item.id })}>
          Versions and grades, and where it went
        </a>
      </p>
      <PartnerCautions cautions={cautions} limitReason={item.grade?.limitReason ?? null} />
    </>
  );
}

/** Asked of whoever lets it go there against the partner's condition. */
export function Override() {
  return (
    <CharacterCount
      name="override"
      label="Why is the partner’s condition overridden?"
      hint="Kept in the history with your reason"
      rows={3}
      maxLength={textLimits.conditions}
      autoComplete="off"
    />
  );
}
