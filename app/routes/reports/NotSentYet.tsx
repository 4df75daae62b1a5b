import type { UnsentDanger } from '#app/http/unsent-danger.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** On every page of an unsent report that says danger: saving is not sending, and the journey passes no list that says so. */
export function NotSentYet({ danger }: { danger: UnsentDanger }) {
  const t = useMessages();
  if (danger === null) return null;
  if (danger.sendNow === null)
    return (
      <WarningText>
        {t.reports.notSentYet} <EmergencyCall />
      </WarningText>
    );
  return (
    <>
      <WarningText>
        {t.reports.sendNow.notYet} <EmergencyCall />
      </WarningText>
      <ButtonLink href={danger.sendNow}>{t.reports.sendNow.link}</ButtonLink>
    </>
  );
}
