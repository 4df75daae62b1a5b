import type { RouterContextProvider } from 'react-router';
import type { KeptForm } from '#app/domain/people/accounts/kept-text.server.ts';
import { siteContext } from '../server/context.ts';
import { wordsAmong } from '../server/failure-page.ts';
import type { RouteHandle } from '../server/route-handle.ts';

/**
 * What becomes of a form that was kept: what the route says to which it was posted, `undone` where that says nothing;
 * `proved` where it only waited for a proof of who sends it.
 */
export type KeptAs = NonNullable<RouteHandle['afterSessionEnd']> | 'undone' | 'proved';

type Args = { context: Readonly<RouterContextProvider> };

export const keptAs = ({ context }: Args, to: string): Exclude<KeptAs, 'proved'> =>
  context.get(siteContext).handleAt(to)?.afterSessionEnd ?? 'undone';

/** The form as it is given back to whoever typed it. */
export const givenBack = (form: KeptForm, as: KeptAs) => ({
  step: 'ready' as const,
  as,
  form,
  typed: as === 'undone' ? wordsAmong(form.pairs) : [],
});
