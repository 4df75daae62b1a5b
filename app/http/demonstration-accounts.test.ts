import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Config } from '#app/platform/env.ts';
import type { Portal } from '#app/portal.ts';
import { loader } from '#app/routes/identity/sign-in.tsx';
import { portalContext } from './context.ts';

const demonstration = {
  password: 'known-to-everybody',
  accounts: [{ role: 'auditor', email: 'auditor@police.example' }],
} satisfies Portal['demonstration'];

/** What the sign-in page is given by a portal in this mode that, against all rules, has demonstration accounts. */
function given(mode: Config['mode']) {
  const context = new RouterContextProvider();
  context.set(portalContext, { config: { mode }, demonstration } as Portal);
  const url = new URL('http://portal.example/sign-in');
  return loader({ context, url } as unknown as Parameters<typeof loader>[0]);
}

describe('the sign-in page', () => {
  it('has the accounts and their password in a demonstration', () => {
    expect(given('demonstration').demonstration).toEqual(demonstration);
  });
  it('never has them anywhere else', () => {
    expect(JSON.stringify(given('service'))).not.toMatch(/known-to-everybody|auditor/);
  });
});
