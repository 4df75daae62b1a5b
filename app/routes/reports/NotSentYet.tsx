import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** On every page of an unsent report that says danger: saving is not sending, and the journey passes no list that says so. */
export function NotSentYet({ danger }: { danger: boolean }) {
  const t = useMessages();
  if (!danger) return null;
  return (
    <WarningText>
      {t.reports.notSentYet} <EmergencyCall />
    </WarningText>
  );
}
