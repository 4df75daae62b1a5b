import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** The routing rules. */
export const handle = { section: 'routing' } satisfies LayoutHandle;

export default Outlet;
