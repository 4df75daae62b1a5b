import { redirect } from 'react-router';
import { carry, listOf } from '../list-address.ts';
import { portalContext } from '../server/context.ts';
import type { FormArgs } from './form-action.ts';
import { Flash, flashCookie } from './flash.ts';

/**
 * The answer to a form that did what it is for: on to a page, which may say once what was done. The list from which a
 * submission was opened goes on with it.
 */
export function goOn({ request, context }: FormArgs, to: string | Flash): Response {
  const address = carry(to instanceof Flash ? to.address : to, listOf(new URL(request.url)));
  if (!(to instanceof Flash)) return redirect(address);
  const { https } = context.get(portalContext).config;
  const cookie = flashCookie(request, new Flash(address, to.done), https);
  return redirect(address, cookie === null ? {} : { headers: { 'Set-Cookie': cookie } });
}
