import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** Tasks, which may quote what they are about. */
export const handle = { marking: 'submission', section: 'tasks' } satisfies LayoutHandle;

export default Outlet;
