import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type SignInFieldsProps = { email: string; shared: boolean; errors: Readonly<Record<string, string>> };

/** Address, password and the choice for a shared computer. */
export function SignInFields({ email, shared, errors }: SignInFieldsProps) {
  const t = useMessages();
  const error = (field: string) => (errors[field] === undefined ? undefined : t(errors[field]));
  return (
    <>
      <Input
        name="email"
        type="email"
        label={t('identity.signIn.email')}
        autoComplete="username"
        spellCheck={false}
        value={email}
        error={error('email')}
      />
      <PasswordInput name="password" label={t('identity.signIn.password')} error={error('password')} />
      <Checkboxes
        name="shared"
        small
        items={[{ value: 'yes', label: t('identity.signIn.shared'), hint: t('identity.signIn.sharedHint') }]}
        values={shared ? ['yes'] : []}
      />
    </>
  );
}
