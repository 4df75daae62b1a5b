import { Input } from '#app/ui/govuk/Input.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** A new password, with the address of its account beside it, so that a password manager keeps the two together. */
export function NewPasswordFields({ label, email }: { label: string; email: string }) {
  const t = useMessages();
  return (
    <>
      <Input
        name="username"
        type="email"
        label={t.identity.signIn.email}
        value={email}
        autoComplete="username"
        readOnly
      />
      <PasswordInput
        name="password"
        label={label}
        hint={t.identity.passwordHint}
        autoComplete="new-password"
      />
    </>
  );
}
