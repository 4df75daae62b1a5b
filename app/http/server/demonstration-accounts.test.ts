import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Config } from '#app/platform/env.ts';
import type { Portal } from '#app/portal.ts';
import { portalContext } from './context.ts';
import { demonstrationAccounts } from './demonstration-accounts.ts';

const demonstration = {
  password: 'known-to-everybody',
  accounts: [{ role: 'auditor', email: 'auditor@police.example' }],
} satisfies Portal['demonstration'];

/** Asked of a portal in this mode that, against all rules, has demonstration accounts. */
function given(mode: Config['mode']) {
  const context = new RouterContextProvider();
  context.set(portalContext, { config: { mode }, demonstration } as Portal);
  return demonstrationAccounts(context);
}

describe('the accounts of the demonstration', () => {
  it('are told in a demonstration', () => {
    expect(given('demonstration')).toEqual(demonstration);
  });
  it('are never told anywhere else', () => {
    expect(given('service')).toBeNull();
  });
});
