import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** The duty roster. */
export const handle = { section: 'duty' } satisfies LayoutHandle;

export default Outlet;
