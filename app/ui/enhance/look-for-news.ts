/**
 * What the portal answers. `title` comes first in the title of the page and `others` is said politely; both are empty
 * for nothing. `high` interrupts, each part leading to where it waits; `count` of them there are in all.
 */
export type News = {
  title: string;
  count: number;
  high: readonly { text: string; href: string }[];
  others: string;
  sound: boolean;
};

/** So long between two looks, in milliseconds. */
const every = 30_000;

/** So many looks in a row may fail before the page says that it is not live. */
const mayFail = 2;

/**
 * Looks again and again for what came since the page was read, and says so at its foot and in its title. The page itself
 * stays as it is: nothing moves under a hand. What has been said is not said again while nothing changes.
 */
export function lookForNews(place: HTMLElement, window: Window & typeof globalThis): void {
  const { document } = window;
  const part = (name: string) => place.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const [high, others] = [part('high'), part('others')];
  if (!high || !others) return;
  const { news: address = '', again = '', unreached = '', ended = '' } = place.dataset;
  const title = document.title;
  let count = 0;
  let failures = 0;

  async function look(): Promise<void> {
    const answer = await ask();
    failures = answer === null ? failures + 1 : 0;
    if (answer !== null && answer !== 'ended') tell(answer);
    else if (answer === 'ended') tellInstead(ended);
    else if (failures >= mayFail) tellInstead(unreached);
    if (answer !== 'ended') window.setTimeout(() => void look(), every);
  }

  /** Null where the portal could not be asked; `ended` where it leads to sign-in or has nothing more to tell. */
  async function ask(): Promise<News | 'ended' | null> {
    try {
      const answer = await window.fetch(address, { cache: 'no-store', redirect: 'manual' });
      if (answer.ok) return (await answer.json()) as News;
      return answer.type === 'opaqueredirect' || answer.status === 404 ? 'ended' : null;
    } catch {
      return null;
    }
  }

  function tell(news: News): void {
    show(high, news.high);
    show(others, news.others ? [{ text: news.others, href: again }] : []);
    document.title = news.title ? `(${news.title}) ${title}` : title;
    if (news.sound && news.count > count) sound(window);
    count = news.count;
  }

  /** What is known to be High stays in sight, and in the title. */
  function tellInstead(text: string): void {
    show(others, [{ text, href: again }]);
  }

  window.setTimeout(() => void look(), every);
}

/** Shows these links. What is said already stays untouched, so that nobody hears it twice. */
function show(into: HTMLElement | null, links: News['high']): void {
  if (!into || into.textContent === links.map(({ text }) => text).join('')) return;
  into.replaceChildren(
    ...links.map(({ text, href }) => {
      const link = into.ownerDocument.createElement('a');
      link.className = 'govuk-link govuk-link--inverse';
      link.href = href;
      link.textContent = text;
      return link;
    }),
  );
}

/** Two short tones. A browser that plays nothing without a click, or has no such thing, stays silent. */
function sound(window: Window & typeof globalThis): void {
  try {
    const context = new window.AudioContext();
    for (const at of [0, 0.25]) {
      const tone = context.createOscillator();
      tone.frequency.value = 880;
      tone.connect(context.destination);
      tone.start(context.currentTime + at);
      tone.stop(context.currentTime + at + 0.15);
    }
  } catch {
    // The page has said it in words.
  }
}
