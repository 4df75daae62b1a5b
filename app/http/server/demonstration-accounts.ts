import type { RouterContextProvider } from 'react-router';
import type { DemonstrationAccounts } from '#app/domain/admin/prepare-demonstration.server.ts';
import { portalContext } from './context.ts';

/** Who a visitor of the demonstration can be, with the password of all. Null in real use, whatever else is there. */
export function demonstrationAccounts(
  context: Readonly<RouterContextProvider>,
): DemonstrationAccounts | null {
  const { config, demonstration } = context.get(portalContext);
  return config.mode === 'demonstration' ? demonstration : null;
}
