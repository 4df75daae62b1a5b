import type { PartnerCautions as Cautions } from '#app/domain/submission/partner-cautions.ts';
import { hasLimit } from '#app/domain/submission/sharing-limits.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

const shared = {
  police_only: 'Only the police',
  named_agencies: 'The police and agencies they name',
} as const;

export type PartnerCautionsProps = {
  cautions: Cautions;
  /** Why it is free to share all the same, as somebody wrote when they graded it. */
  limitReason?: string | null;
  headingLevel?: 2 | 3;
};

/** What could put somebody at risk and what the partner wishes, where an officer lets text out. Recipients see none of it. */
export function PartnerCautions({ cautions, limitReason = null, headingLevel = 2 }: PartnerCautionsProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      <div>
        <Heading className="govuk-heading-s">Risk to the source, as the partner says it</Heading>
        {cautions.risk.length === 0 ? (
          <p className="govuk-body">
            {cautions.guessed === 'no'
              ? 'The partner says that nobody could guess who told them.'
              : cautions.guessed === 'yes'
                ? 'The partner says that somebody could guess who told them.'
                : 'It is not known whether somebody could guess who told the partner. Take it that they could.'}
          </p>
        ) : (
          <SummaryList
            rows={cautions.risk.map(({ label, answer }) => ({
              key: label,
              value: <span className="portal-verbatim">{answer.join('\n')}</span>,
            }))}
          />
        )}
      </div>
      <div>
        <Heading className="govuk-heading-s">What the partner wishes</Heading>
        <Limits limits={cautions.limits} limitReason={limitReason} />
      </div>
    </>
  );
}

function Limits({ limits, limitReason }: Pick<Cautions, 'limits'> & { limitReason: string | null }) {
  const { limit, agencies, callFirst, notForImmigration, reason } = limits;
  if (!hasLimit(limits)) return <p className="govuk-body">They set no limit and need not be called first.</p>;
  return (
    <>
      <WarningText>
        The partner set limits on sharing
        {callFirst ? ' and wants to be called before anybody acts' : ''}.
      </WarningText>
      <SummaryList
        rows={[
          {
            key: 'Who it may be shared with',
            value: (
              <>
                {limit === null ? 'Anyone who needs it' : shared[limit]}
                {agencies === null ? null : (
                  <>
                    : <span className="portal-verbatim">{agencies}</span>
                  </>
                )}
              </>
            ),
          },
          notForImmigration && {
            key: 'Immigration purposes',
            value: (
              <>
                <strong>Not to be used for immigration purposes.</strong> Whoever you send it to keeps to this
                only if the conditions say so.
              </>
            ),
          },
          { key: 'Call before you act', value: callFirst ? 'Yes, unless somebody is in danger' : 'No' },
          reason !== null && {
            key: 'Reason for their wishes',
            value: <span className="portal-verbatim">{reason}</span>,
          },
          limitReason !== null && {
            key: 'Why it is graded P all the same',
            value: <span className="portal-verbatim">{limitReason}</span>,
          },
        ]}
      />
    </>
  );
}
