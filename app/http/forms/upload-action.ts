import { data } from 'react-router';
import type { z } from 'zod';
import { fileLimits } from '#app/domain/intake/attachments/file-kinds.ts';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { errorsOf, parsed, type FormArgs, type FormOptions } from './form-action.ts';
import type { Flash } from './flash.ts';
import { formFields } from './form-fields.ts';
import { goOn } from './go-on.ts';
import { withUpload } from './read-upload.ts';

/**
 * The action of a form with one file, in the field `file`. `ready` decides before the body is read whether there is
 * anything to upload to; `useCase` gives the address to go on to. A file that cannot be taken gives the form back.
 */
export function uploadAction<Schema extends z.ZodType, Route extends FormArgs>(
  schema: Schema,
  ready: (route: Route) => Promise<unknown>,
  useCase: (input: z.output<Schema>, file: File, route: Route) => Promise<string | Flash>,
  { lost }: Pick<FormOptions<Route>, 'lost'> = {},
) {
  const { names } = formFields(schema);
  return async (route: Route) => {
    try {
      await ready(route);
      const limits = { file: 'file', fields: names.one.length, bytes: fileLimits.bytes };
      return await withUpload(route.request, limits, async ({ pairs, file }) => {
        const { input, refused } = parsed(schema, pairs);
        const again = (errors: FieldError[], status: number) => data(refused(errors), { status });
        const wrong = (message: string, status: number) => again([{ field: 'file', message }], status);
        if (file === 'too_large') return wrong(fileRefusals.tooLarge, 413);
        if (file === 'busy') return wrong(fileRefusals.notUploaded, 503);
        if (file === null) return wrong(fileRefusals.none, 422);
        if (!input.success) return again(errorsOf(input.error), 422);
        try {
          throw goOn(route, await useCase(input.data, file, route));
        } catch (failure) {
          if (failure instanceof Invalid) return again(errorsOf(failure), 422);
          throw failure;
        }
      });
    } catch (failure) {
      await lost?.(failure, route, []);
      throw failure;
    }
  };
}
