import { type FormWords } from '#app/domain/form/words.ts';
import { Details } from '#app/ui/govuk/Details.tsx';

export type WhyWeAskTheseProps = { reasons: readonly { label: string; why: string }[]; t: FormWords };

/** The purposes of many small questions, one after the other. */
export function WhyWeAskThese({ reasons, t }: WhyWeAskTheseProps) {
  return (
    <Details className="portal-why" summary={t.whyTogether}>
      <dl className="portal-reasons">
        {reasons.map(({ label, why }) => (
          <div key={label}>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
