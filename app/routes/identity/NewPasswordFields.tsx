import type { ReactNode } from 'react';
import { Input } from '#app/ui/govuk/Input.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { useMessages } from '#app/ui/messages.ts';

/**
 * A new password, with the address of its account above it, so that a password manager keeps the two together. What else is
 * asked for stands between.
 */
export function NewPasswordFields({
  label,
  email,
  children,
}: {
  label: string;
  email: string;
  children?: ReactNode;
}) {
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
      {children}
      <PasswordInput
        name="password"
        label={label}
        hint={t.identity.passwordHint}
        autoComplete="new-password"
      />
    </>
  );
}
