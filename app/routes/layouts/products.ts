import { Outlet } from 'react-router';
import type { LayoutHandle } from '#app/http/server/route-handle.ts';

/** Products: what names reports is marked as they are, what only counts says so itself. */
export const handle = {
  marking: 'submission',
  section: ['reporting', 'queues'],
} satisfies LayoutHandle;

export default Outlet;
