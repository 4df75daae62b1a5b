/**
 * Where to go after sign-in: a path of this portal or home. Resolving against an origin of our own and comparing it
 * refuses `//other.example`, `/\other.example`, `javascript:` and whatever else a browser might read as another site.
 * Resolving can also make such a path: `/.//other.example` comes out as `//other.example`.
 */
export function safeNext(wanted: string | null): string {
  const own = 'https://portal.invalid';
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, own)) return '/';
  const url = new URL(wanted, own);
  return url.origin === own && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
