import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Form } from './Form.tsx';
import { SignInFields } from './SignInFields.tsx';

/** The fields by which a sealed form travels, and by which signing in is told from the form's first visit. */
export const sealedField = 'kept-sealed';
export const stepField = 'kept-step';

export type KeptForOwnerProps = { to: string; sealed: string };

/** Signing in on a page that holds what somebody typed, sealed for them. */
export function KeptForOwner({ to, sealed }: KeptForOwnerProps) {
  const t = useMessages();
  return (
    <Form action={link('identity/kept-form', {}, { next: to })}>
      <input type="hidden" name={stepField} value="sign-in" />
      <input type="hidden" name={sealedField} value={sealed} />
      <SignInFields />
      <Button>{t.identity.signIn.submit}</Button>
    </Form>
  );
}
