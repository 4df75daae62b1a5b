import { classNames } from '#app/ui/govuk/class-names.ts';
import { useMessages } from '#app/ui/messages.ts';

export type MarkingBannerProps = {
  /** The marking in the force's words, such as OFFICIAL-SENSITIVE. */
  marking: string;
  /** A marked page carries its marking at the top and at the bottom. */
  place: 'top' | 'bottom';
};

export function MarkingBanner({ marking, place }: MarkingBannerProps) {
  const t = useMessages();
  return (
    <div
      role="region"
      aria-label={t.frame.marking[place]}
      className={classNames('portal-marking', `portal-marking--${place}`)}
    >
      <p className="govuk-width-container portal-marking__text">
        <span className="govuk-visually-hidden">{t.frame.marking.label}</span> {marking}
      </p>
    </div>
  );
}
