import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** Requests to open a sealed source, whose reasons may tell something of the report. */
export const handle = { marking: 'submission', section: ['sources', 'queues'] } satisfies LayoutHandle;

export default Outlet;
