import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** What hangs on a report that was sent: of the section of whoever reads it. */
export const handle = { marking: 'submission', section: ['queues', 'significant'] } satisfies LayoutHandle;

export default Outlet;
