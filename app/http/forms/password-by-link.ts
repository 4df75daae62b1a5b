import { redirect } from 'react-router';
import { z } from 'zod';
import type { PublicCtx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import type { OpenedLink } from '#app/domain/people/accounts/mailed-link.server.ts';
import { link } from '../link.ts';
import { publicCtx, requestContext } from '../server/context.ts';
import { formAction, type FormArgs } from './form-action.ts';

type LinkArgs = FormArgs & { params: { token: string } };

/** The mailed link by which a page was opened: of an invitation, or for a password that was forgotten. */
export const openedBy = ({ context, params }: Pick<LinkArgs, 'context' | 'params'>): OpenedLink => ({
  token: params.token,
  address: context.get(requestContext).address,
});

/** Sets a password. The same address says afterwards what has become of the link, to whoever used it and to whoever came too late. */
export const passwordByLink = (
  page: 'identity/invitation' | 'identity/reset-password',
  missing: string,
  set: (ctx: PublicCtx, input: OpenedLink & { password: string }) => Promise<void>,
) =>
  formAction(
    z.object({ password: secret(missing) }),
    async ({ password }, args: LinkArgs) => {
      await set(publicCtx(args), { ...openedBy(args), password });
      return link(page, args.params);
    },
    {
      lost: (failure, { params }) => {
        if (failure instanceof NotFound) throw redirect(link(page, params));
        return Promise.resolve();
      },
    },
  );
