import { Input } from '#app/ui/govuk/Input.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** How somebody can be reached, in the fields of `contactFields`. `optional`: nobody waits for an answer. */
export function ContactFields({ optional = false }: { optional?: boolean }) {
  const { contact } = useMessages().account;
  return (
    <>
      <Input
        name="contactTelephone"
        type="tel"
        label={optional ? contact.telephoneOptional : contact.telephone}
        hint={contact.telephoneHint}
        width={20}
        autoComplete="tel"
      />
      <Textarea
        name="contactSafeTimes"
        label={contact.safeTimes}
        hint={contact.safeTimesHint}
        rows={2}
        autoComplete="off"
      />
      <Textarea
        name="contactAnotherWay"
        label={contact.anotherWay}
        hint={contact.anotherWayHint}
        rows={2}
        autoComplete="off"
      />
    </>
  );
}
