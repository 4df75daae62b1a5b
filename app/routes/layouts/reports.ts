import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** A partner’s reports, and those that an officer enters for a partner. */
export const handle = { section: 'reports' } satisfies LayoutHandle;

export default Outlet;
