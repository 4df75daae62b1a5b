import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** The delivery plan. */
export const handle = { marking: 'aggregate', section: 'plan' } satisfies LayoutHandle;

export default Outlet;
