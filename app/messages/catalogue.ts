import { advice } from './en/advice.ts';
import { common } from './en/common.ts';
import { components } from './en/components.ts';
import { files } from './en/files.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { identity } from './en/identity.ts';
import { organisation } from './en/organisation.ts';
import { pages } from './en/pages.ts';
import { outcome, reports, status } from './en/reports.ts';
import { sentences } from './en/sentences.ts';
import { unfinished } from './en/unfinished.ts';

/** Every word a partner reads that is not part of a form definition. One file per area, one key per sentence. */
export const en = {
  advice,
  common,
  components,
  files,
  frame,
  home,
  identity,
  organisation,
  pages,
  reports,
  status,
  outcome,
  unfinished,
  ...sentences,
} as const;
