import { demonstrationPassword } from '#app/domain/people/accounts/password.ts';
import type { Fields, Pages } from '../factories/client.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { fillForm, formBody } from '../factories/forms.ts';
import { writeReport } from '../factories/report-pages.ts';

/** A browser without scripts in front of a portal in a process of its own, whatever it answers. */
export type Browser = Pages & { cookie: () => string; signIn: (email: string) => Promise<void> };

export function openBrowser(origin: string): Browser {
  let cookie = '';
  const ask = async (path: string, init: RequestInit) => {
    const headers = { accept: 'text/html', cookie, origin, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text: new TextDecoder().decode(bytes),
      location: response.headers.get('location'),
      path,
    };
  };
  const post = (path: string, fields: Fields = {}, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: formBody(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return {
    cookie: () => cookie,
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    signIn: async (email) => {
      const answer = await post('/sign-in', { email, password: demonstrationPassword });
      if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
      cookie = answer.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; ');
    },
  };
}

/** Writes the shortest report and sends it. Gives its id. @throws where it has no receipt */
export async function sendReport(browser: Browser): Promise<string> {
  const { check } = await writeReport(browser);
  const { status, location } = await fillForm(browser, check, minimalPosts.declaration);
  const id = /\/reports\/([0-9a-f-]{36})\/sent/.exec(location ?? '')?.[1];
  if (id === undefined) throw new Error(`Sending a report was answered with ${status}`);
  return id;
}
