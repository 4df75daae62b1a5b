import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { link, type LinkArgs, type RouteId } from './link.ts';
import { carry } from './list-address.ts';

/** `link` for a page of a submission or its items: it carries on the list from which the submission was opened. */
export function useLink(): typeof link {
  const { list } = useRequestFrame();
  return <Id extends RouteId>(id: Id, ...args: LinkArgs<Id>) => carry(link(id, ...args), list);
}
