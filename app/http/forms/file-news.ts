const news: Readonly<Record<string, string>> = {
  clean: 'files.done.added',
  quarantined: 'files.done.waiting',
  already: 'files.done.already',
  removed: 'files.done.removed',
};

/** What was just done with a file, as a key of the catalogue. Only these codes are said from an address. */
export function fileNews(code: string | null): string | null {
  return code !== null && Object.hasOwn(news, code) ? (news[code] ?? null) : null;
}
