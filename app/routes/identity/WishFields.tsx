import { Radios } from '#app/ui/govuk/Radios.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** What a partner usually wishes of what they saw themselves, in the fields of `wishFields`. */
export function WishFields() {
  const { wishes } = useMessages().account;
  return (
    <>
      <h2 className="govuk-heading-m">{wishes.heading}</h2>
      <p className="govuk-body">{wishes.text}</p>
      <Radios
        name="sharingLimit"
        legend={wishes.sharing}
        legendSize="s"
        items={[
          { value: 'police_only', label: wishes.policeOnly },
          { value: 'no_limit', label: wishes.noLimit },
        ]}
      />
      <Radios
        name="callFirst"
        legend={wishes.callFirst}
        legendSize="s"
        items={[
          { value: 'yes', label: wishes.yes },
          { value: 'no', label: wishes.no },
        ]}
      />
    </>
  );
}
