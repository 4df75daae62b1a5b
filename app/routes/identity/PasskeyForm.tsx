import type { ReactNode } from 'react';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form, type FormProps } from '#app/ui/layout/Form.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type PasskeyFormProps = Pick<FormProps, 'action'> & {
  /** Whether a passkey is made or used; `options` is what the browser asks it. */
  does: 'create' | 'get';
  options: string;
  button: string;
  children?: ReactNode;
};

/** The one form of the portal that needs its script (app/ui/enhance/passkey.ts): it says so, and the page has other ways. */
export function PasskeyForm({ does, options, button, children, ...form }: PasskeyFormProps) {
  const words = useMessages().secondFactor.passkey;
  return (
    <Form {...form} data-module="portal-passkey" data-does={does} data-options={options}>
      <input type="hidden" name="passkey" />
      <p className="govuk-body" data-passkey="without">
        {does === 'create' ? words.withoutToAdd : words.without}
      </p>
      <div data-passkey="ask" hidden>
        {children}
        <div id="passkey" tabIndex={-1}>
          <div data-passkey="failed" role="alert" hidden>
            <p className="govuk-error-message">{words.failed}</p>
          </div>
          <Button>{button}</Button>
        </div>
      </div>
    </Form>
  );
}
