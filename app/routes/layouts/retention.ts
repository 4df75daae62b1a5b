import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** How long reports are kept, and everything about a named person. */
export const handle = { marking: 'submission', section: ['retention', 'queues'] } satisfies LayoutHandle;

export default Outlet;
