import { afterEach, describe, expect, it, vi } from 'vitest';
import { build } from 'vite';
import { enhanceUpload } from './upload-progress.ts';

const here = 'https://portal.example/reports/drafts/1/files';

/** As much of XMLHttpRequest as the upload uses; the test plays the network. */
class Network {
  static all: Network[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void; onload?: () => void } = {};
  onload?: () => void;
  onerror?: () => void;
  sent: unknown = null;
  responseURL = here;
  responseXML: unknown = null;
  open() {
    Network.all.push(this);
  }
  setRequestHeader() {
    return undefined;
  }
  send(body: { file: unknown }) {
    this.sent = body.file;
  }
  answers(page: unknown) {
    this.responseXML = page;
    this.onload?.();
  }
}

/** As much of an element as the upload looks at. */
class Element {
  children: Element[] = [];
  textContent = '';
  href = '';
  id = '';
  tabIndex = 0;
  value = 0;
  hidden = false;
  classes = new Set<string>();
  classList = {
    toggle: (name: string, on: boolean) => (on ? this.classes.add(name) : this.classes.delete(name)),
  };
  dataset = {};
  constructor(
    private readonly parts: Record<string, unknown> = {},
    readonly tag = '',
  ) {}
  querySelector = (selector: string) => this.parts[selector] ?? null;
  querySelectorAll = (selector: string) => this.parts[selector] ?? [];
  replaceChildren = (...children: Element[]) => (this.children = children);
  replaceWith = vi.fn();
  prepend = vi.fn();
  append = (...children: Element[]) => (this.children = children);
  cloneNode(): Element {
    const copy = new Element(this.parts);
    copy.children = this.children.map((child) => child.cloneNode());
    return copy;
  }
}

const row = () => Object.assign(new Element(), { children: [new Element(), new Element(), new Element()] });
const file = (name: string, size = 10) => ({ name, size });
/** A page that came back, with what it says is wrong. */
const answer = (title: string, ...errors: string[]) => {
  const parts: Record<string, unknown> = { main: new Element(), '#files-added': new Element() };
  const wrong = errors.map((textContent) => ({ textContent }));
  return {
    title,
    querySelector: (selector: string) => parts[selector],
    querySelectorAll: () => wrong,
    main: parts['main'],
    list: parts['#files-added'],
  };
};

function page(...files: { name: string; size: number }[]) {
  const listeners: ((event: { preventDefault: () => void }) => void)[] = [];
  const input = { name: 'file', files, value: 'chosen' };
  const [list, status, main, added] = [new Element(), new Element(), new Element(), new Element()];
  const made: Element[] = [];
  const form = {
    action: here,
    dataset: {
      most: '1000',
      tooLarge: 'too large',
      sending: 'sending',
      checking: 'checking',
      done: 'done',
      failed: 'failed',
      problem: 'There is a problem',
      errorPrefix: 'Error: ',
    },
    querySelector: (selector: string) =>
      ({
        'input[type="file"]': input,
        ul: list,
        '[role="status"]': status,
        template: { content: { firstElementChild: row() } },
      })[selector] ?? null,
    addEventListener: (_type: string, listener: (typeof listeners)[number]) => listeners.push(listener),
  };
  const assign = vi.fn();
  const document = {
    title: 'Files',
    querySelector: (selector: string) => (selector === 'main' ? main : added),
    importNode: (node: Element) => node,
    createElement: (tag: string) => {
      const element = new Element({}, tag);
      made.push(element);
      return element;
    },
  };
  vi.stubGlobal('XMLHttpRequest', Network);
  vi.stubGlobal(
    'FormData',
    class {
      file: unknown = null;
      set(_name: string, value: unknown) {
        this.file = value;
      }
    },
  );
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', { href: here, pathname: new URL(here).pathname, assign });
  Network.all = [];
  const show = vi.fn();
  enhanceUpload(form as unknown as HTMLFormElement, show);
  const submit = () => {
    const event = { preventDefault: vi.fn() };
    listeners.forEach((listener) => listener(event));
    return event.preventDefault;
  };
  return {
    submit,
    input,
    main,
    added,
    assign,
    document,
    show,
    rows: () =>
      list.children.map(({ children: [name, bar, words] }) => [
        name!.textContent,
        words!.textContent,
        bar!.value,
        bar!.hidden,
      ]),
    problems: () => made.filter(({ tag }) => tag === 'a').map(({ children }) => children[0]),
  };
}

const settled = () => vi.waitFor(() => Promise.resolve());
const sending = async (count: number) => {
  await vi.waitFor(() => expect(Network.all).toHaveLength(count));
  return Network.all[count - 1]!;
};
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sending files', () => {
  it('sends them one after another, shows how far each is, and then what the page would have shown', async () => {
    const { submit, rows, main, document, added } = page(file('a.txt'), file('b.txt'));
    expect(submit()).toHaveBeenCalledOnce();
    const one = await sending(1);
    expect(one.sent).toMatchObject({ name: 'a.txt' });
    one.upload.onprogress?.({ loaded: 50, total: 100 });
    expect(rows()).toEqual([
      ['a.txt', 'sending', 49.5, false],
      ['b.txt', '', 0, false],
    ]);
    one.upload.onload?.();
    expect(rows()[0]).toEqual(['a.txt', 'checking', 100, false]);
    const first = answer('Files');
    one.answers(first);
    const two = await sending(2);
    expect(rows()[0]).toEqual(['a.txt', 'done', 100, true]);
    expect(added.replaceWith).toHaveBeenCalledWith(first.list);
    const last = answer('Files, both');
    two.answers(last);
    await vi.waitFor(() => expect(main.replaceWith).toHaveBeenCalledWith(last.main));
    expect(document.title).toBe('Files, both');
  });

  it('goes on after one that is refused or too large, and says so at the file and in a summary', async () => {
    const { submit, rows, main, problems, document, input } = page(
      file('a.exe'),
      file('b.txt', 1001),
      file('c.txt'),
    );
    submit();
    (await sending(1)).answers(answer('Error: Files', 'a.exe: not taken'));
    (await sending(2)).answers(answer('Files'));
    await vi.waitFor(() => expect(problems()).toEqual(['a.exe: not taken', 'b.txt: too large']));
    expect(rows().map(([name, words]) => [name, words])).toEqual([
      ['a.exe', 'not taken'],
      ['b.txt', 'too large'],
      ['c.txt', 'done'],
    ]);
    expect(main.prepend).toHaveBeenCalledOnce();
    expect(main.replaceWith).not.toHaveBeenCalled();
    expect([document.title, input.value]).toEqual(['Error: Files', '']);
  });

  it.each([
    ['the connection is lost', (network: Network) => network.onerror?.()],
    ['the answer is no page', (network: Network) => network.onload?.()],
  ])('keeps what came through when %s, and sends only the rest again', async (_what, happens) => {
    const { submit, rows, input, problems } = page(file('a.txt'), file('b.txt'), file('c.txt'));
    submit();
    (await sending(1)).answers(answer('Files'));
    happens(await sending(2));
    await vi.waitFor(() => expect(problems()).toEqual(['b.txt: failed', 'c.txt: failed']));
    expect(rows().map(([, words]) => words)).toEqual(['done', 'failed', 'failed']);
    input.files = [];
    submit();
    (await sending(3)).answers(answer('Files'));
    expect((await sending(4)).sent).toMatchObject({ name: 'c.txt' });
    expect(Network.all[2]!.sent).toMatchObject({ name: 'b.txt' });
  });

  it('goes where the answer leads when that is another page, such as sign-in', async () => {
    const { submit, assign, main } = page(file('a.txt'));
    submit();
    const network = await sending(1);
    network.responseURL = 'https://portal.example/sign-in?next=x';
    network.answers(answer('Sign in'));
    expect(assign).toHaveBeenCalledWith('https://portal.example/sign-in?next=x');
    await settled();
    expect(main.replaceWith).not.toHaveBeenCalled();
  });

  it('sends once, however often the button is pressed', async () => {
    const { submit } = page(file('a.txt'));
    submit();
    await sending(1);
    expect(submit()).toHaveBeenCalledOnce();
    expect(Network.all).toHaveLength(1);
  });

  it('leaves a form without a file to the browser: the server says what is missing', () => {
    const { submit } = page();
    expect(submit()).not.toHaveBeenCalled();
    expect(Network.all).toEqual([]);
  });
});

it('is at most 3.5 KB', async () => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'app/ui/enhance/upload-progress.ts', formats: ['es'] },
    },
  });
  const bundles = built as unknown as { output: { code: string }[] }[];
  const code = bundles.flatMap(({ output }) => output.map((chunk) => chunk.code)).join('');
  expect(code).toContain('XMLHttpRequest');
  expect(code.length).toBeLessThanOrEqual(3584);
  expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
}, 60_000);
