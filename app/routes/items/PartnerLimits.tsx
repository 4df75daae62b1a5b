import type { SharingLimits } from '#app/domain/submission/sharing-limits.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

const shared = {
  police_only: 'Only the police',
  named_agencies: 'The police and agencies they name',
} as const;

export type PartnerLimitsProps = {
  limits: SharingLimits;
  /** Why it is free to share all the same, as somebody wrote when they graded it. */
  limitReason: string | null;
};

/** What the partner wishes, where an officer decides who gets it. Nothing of it is shown to recipients. */
export function PartnerLimits({ limits, limitReason }: PartnerLimitsProps) {
  const { limit, agencies, callFirst, reason } = limits;
  if (limit === null && !callFirst)
    return <p className="govuk-body">The partner set no limit on sharing and need not be called first.</p>;
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
