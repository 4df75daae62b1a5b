import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** Address, password and the choice for a shared computer. */
export function SignInFields() {
  const t = useMessages();
  return (
    <>
      <Input
        name="email"
        type="email"
        label={t.identity.signIn.email}
        autoComplete="username"
        spellCheck={false}
      />
      <PasswordInput name="password" label={t.identity.signIn.password} />
      <Checkboxes
        name="shared"
        small
        items={[{ value: 'yes', label: t.identity.signIn.shared, hint: t.identity.signIn.sharedHint }]}
      />
    </>
  );
}
