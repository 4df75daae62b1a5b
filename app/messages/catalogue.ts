import { common } from './en/common.ts';
import { identity } from './en/identity.ts';

/** Every word a partner reads that is not part of a form definition. One file per area, one key per sentence. */
export const en = { common, identity } as const;
