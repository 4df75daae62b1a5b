import type { Fields, Pages } from './client.ts';
import { minimalPosts, openingPosts } from './form-answers.ts';
import { sendForm } from './forms.ts';

const posts: Record<string, Fields> = { ...minimalPosts, opening: openingPosts };

/** What the shortest report posts to this address: of its page, or of its list. */
function answersAt(path: string): Fields {
  const [, pageId = '', sectionId = ''] = /\/pages\/([a-z-]+)$|\/lists\/([a-z-]+)\//.exec(path) ?? [];
  return posts[pageId || sectionId] ?? {};
}

/** Starts a report and goes on from page to page, as the portal leads, until the answers can be checked. */
export async function writeReport(browser: Pages): Promise<{ pages: string[]; check: string }> {
  const pages: string[] = [];
  const started = await browser.post('/reports/new');
  // Whoever never reported is shown first how to leave a page at once, and goes on from there.
  const after = new URL(started.location ?? '', 'http://portal.example').searchParams.get('next');
  let location = after ?? started.location;
  while (location !== null) {
    const page = await browser.get(location);
    if (page.location !== null) {
      location = page.location;
      continue;
    }
    pages.push(location);
    if (location.endsWith('/check')) return { pages, check: location };
    location = await sendForm(browser, location, answersAt(location));
  }
  throw new Error('The report leads nowhere');
}
