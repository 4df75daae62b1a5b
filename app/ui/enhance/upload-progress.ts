/**
 * Sends the files of an upload form one after another, so that its reader sees how far each is, and what came through
 * stays when the connection is lost. Each answer is the page that the form would have led to: its list of files takes the
 * place of this page's, and once all are in so does its main part. What went wrong stands at its file and in a summary
 * above. `show` is told of what is new on the page.
 */
export function enhanceUpload(form: HTMLFormElement, show: (part: Element) => void): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const list = form.querySelector('ul');
  const status = form.querySelector('[role="status"]');
  const row = form.querySelector('template');
  if (!input || !list || !status || !row) return;
  const { most, tooLarge = '', sending = '', checking = '', done = '', failed = '' } = form.dataset;
  const { problem: heading = '', errorPrefix = '' } = form.dataset;
  let under = false;
  /** What the connection broke off, to be sent again. */
  let waiting: File[] = [];

  form.addEventListener('submit', (event) => {
    const files = [...waiting, ...(input.files ?? [])];
    if (files.length === 0 && !under) return;
    event.preventDefault();
    if (under) return;
    under = true;
    waiting = [];
    void sendAll(files);
  });

  async function sendAll(files: File[]): Promise<void> {
    const fields = new FormData(form);
    const rows = files.map(rowOf);
    list?.replaceChildren(...rows.map(({ item }) => item));
    let last: Document | null = null;
    const problems: Problem[] = [];
    for (const [index, file] of files.entries()) {
      const { item, say } = rows[index] as Row;
      const wrong = (words: string) => {
        say(words, true);
        problems.push({ words: `${file.name}: ${words}`, id: item.id });
      };
      if (file.size > Number(most)) {
        wrong(tooLarge);
        continue;
      }
      // Where the connection is gone, the rest waits with it.
      const answer = waiting.length > 0 ? null : await sent(file, fields, say);
      if (answer === 'elsewhere') return;
      if (answer === null) {
        waiting.push(file);
        wrong(failed);
        continue;
      }
      const refused = [...answer.querySelectorAll('.govuk-error-summary__list li')];
      if (refused.length > 0)
        wrong(refused.map(({ textContent }) => withoutName(textContent, file)).join('. '));
      else say(done);
      replace('#files-added', answer);
      last = answer;
    }
    under = false;
    if (input) input.value = '';
    if (problems.length > 0) tell(problems);
    else if (last) {
      document.title = last.title;
      replace('main', last);
    }
  }

  type Say = (words: string, problem?: boolean, part?: number) => void;
  type Row = { item: HTMLElement; say: Say };
  type Problem = { words: string; id: string };

  function rowOf(file: File, index: number): Row {
    const item = row?.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const [name, bar, words] = item.children as unknown as [HTMLElement, HTMLProgressElement, HTMLElement];
    item.id = `upload-${index}`;
    item.tabIndex = -1;
    name.textContent = file.name;
    return {
      item,
      say: (text, problem = false, part = 100) => {
        words.textContent = text;
        words.classList.toggle('govuk-error-message', problem);
        bar.value = part;
        bar.hidden = problem || text === done;
        if (status && part === 100) status.textContent = `${file.name}: ${text}`;
      },
    };
  }

  /** The page that came back; null where none did, and `elsewhere` where it leads to another, such as sign-in. */
  function sent(file: File, fields: FormData, say: Say): Promise<Document | 'elsewhere' | null> {
    fields.set(input?.name ?? '', file);
    say(sending, false, 0);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.responseType = 'document';
      request.setRequestHeader('Accept', 'text/html');
      request.upload.onprogress = ({ loaded, total }) =>
        say(sending, false, total > 0 ? (99 * loaded) / total : 0);
      request.upload.onload = () => say(checking);
      request.onerror = request.onabort = () => resolve(null);
      request.onload = () => {
        const answer = request.responseXML;
        const { pathname, href } = new URL(request.responseURL, location.href);
        if (!answer?.querySelector('main')) resolve(null);
        else if (pathname === location.pathname) resolve(answer);
        else {
          location.assign(href);
          resolve('elsewhere');
        }
      };
      request.send(fields);
    });
  }

  function replace(selector: string, answer: Document): void {
    const [now, then] = [document.querySelector(selector), answer.querySelector(selector)];
    if (!now || !then) return;
    // A copy: the answer stays whole, as its main part, with this part in it, may take this page's place later.
    const copy = document.importNode(then, true);
    now.replaceWith(copy);
    show(copy);
  }

  /** What went wrong, above the page, where it takes the focus. */
  function tell(problems: Problem[]): void {
    const main = document.querySelector('main');
    const entries = problems.map(({ words, id }) => {
      const link = make('a', '', words);
      link.href = `#${id}`;
      return make('li', '', link);
    });
    const body = make('ul', 'govuk-list govuk-error-summary__list', ...entries);
    const alert = make('div', '', make('h2', 'govuk-error-summary__title', heading), body);
    alert.role = 'alert';
    const summary = make('div', 'govuk-error-summary', alert);
    summary.dataset['module'] = 'govuk-error-summary';
    main?.querySelector('.govuk-error-summary, .govuk-notification-banner')?.remove();
    const box = make('div', '', summary);
    main?.prepend(box);
    if (!document.title.startsWith(errorPrefix)) document.title = errorPrefix + document.title;
    show(box);
  }
}

/** What the page says is wrong with a file, whose name stands beside it here. */
function withoutName(words: string | null, { name }: File): string {
  const said = words?.trim() ?? '';
  return said.startsWith(`${name}: `) ? said.slice(name.length + 2) : said;
}

function make<Tag extends 'a' | 'div' | 'h2' | 'li' | 'ul'>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}
