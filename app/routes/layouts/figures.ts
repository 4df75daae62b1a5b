import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** Figures: no more than numbers. */
export const handle = { marking: 'aggregate', section: ['figures', 'reporting'] } satisfies LayoutHandle;

export default Outlet;
