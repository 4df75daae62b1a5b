/** What was just done to the routing rules, said once on the page that a form leads to. Other codes show nothing. */
const words: Readonly<Record<string, string>> = {
  saved: 'Rule saved in the draft',
  removed: 'Rule removed from the draft',
  replayed: 'Replay finished',
  asked: 'Another FIB supervisor can now publish the draft',
  withdrawn: 'Draft withdrawn. The rules in force stay as they are',
  published: 'New version published. Every report from now on is routed by it',
  rejected: 'Draft rejected. Its author is shown your reason',
};

export const routingDone = (code: string | null): string | null =>
  code !== null && Object.hasOwn(words, code) ? (words[code] ?? null) : null;
