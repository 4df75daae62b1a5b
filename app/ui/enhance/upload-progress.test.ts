import { afterEach, describe, expect, it, vi } from 'vitest';
import { build } from 'vite';
import { enhanceUpload } from './upload-progress.ts';

const here = 'https://portal.example/reports/drafts/1/files';

/** As much of XMLHttpRequest as the upload uses; the test plays the network. */
class Network {
  static last: Network | null = null;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void; onload?: () => void } = {};
  onload?: () => void;
  onerror?: () => void;
  opened: unknown[] = [];
  sent: unknown = null;
  responseURL = here;
  responseXML: unknown = null;
  constructor() {
    Network.last = this;
  }
  open(...how: unknown[]) {
    this.opened = how;
  }
  setRequestHeader() {
    return undefined;
  }
  send(body: unknown) {
    this.sent = body;
  }
}

/** As much of a page as the upload looks at. */
function page(file: { size: number; name?: string } | null) {
  const listeners: ((event: { preventDefault: () => void }) => void)[] = [];
  const bar = { value: 0, hidden: true };
  const status = {
    textContent: '',
    classes: new Set<string>(),
    classList: {
      toggle: (name: string, on: boolean) => (on ? status.classes.add(name) : status.classes.delete(name)),
    },
  };
  const parts: Record<string, unknown> = {
    'input[type="file"]': { files: file ? [file] : [] },
    progress: bar,
    '[role="status"]': status,
  };
  const form = {
    action: here,
    dataset: {
      most: '1000',
      tooLarge: 'too large',
      sending: 'sending',
      checking: 'checking',
      failed: 'failed',
    },
    querySelector: (selector: string) => parts[selector] ?? null,
    addEventListener: (_type: string, listener: (typeof listeners)[number]) => listeners.push(listener),
  };
  const main = { replaceWith: vi.fn() };
  const assign = vi.fn();
  const document = { title: 'Files', querySelector: () => main };
  vi.stubGlobal('XMLHttpRequest', Network);
  vi.stubGlobal(
    'FormData',
    class {
      form = form;
    },
  );
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', { href: here, pathname: new URL(here).pathname, assign });
  vi.stubGlobal('history', { replaceState: vi.fn() });
  Network.last = null;
  const show = vi.fn();
  enhanceUpload(form as unknown as HTMLFormElement, show);
  const submit = () => {
    const event = { preventDefault: vi.fn() };
    listeners.forEach((listener) => listener(event));
    return event.preventDefault;
  };
  return { submit, bar, status, main, show, assign, document };
}
const answer = (title: string) => {
  const main = { name: title };
  return { main, document: { title, querySelector: () => main } };
};
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sending a file', () => {
  it('shows how far it is, then that it is checked, and then what the page would have shown', () => {
    const { submit, bar, status, main, show, document } = page({ size: 10 });
    expect(submit()).toHaveBeenCalledOnce();
    const network = Network.last!;
    expect(network.opened).toEqual(['POST', here]);
    expect([bar.hidden, status.textContent]).toEqual([false, 'sending']);
    network.upload.onprogress?.({ loaded: 3, total: 12 });
    expect(bar.value).toBe(25);
    network.upload.onload?.();
    expect(status.textContent).toBe('checking');
    const shown = answer('Error: Files');
    network.responseXML = shown.document;
    network.onload?.();
    expect(main.replaceWith).toHaveBeenCalledWith(shown.main);
    expect(show).toHaveBeenCalledWith(shown.main);
    expect(document.title).toBe('Error: Files');
  });

  it('goes where the answer leads when that is another page, such as sign-in', () => {
    const { submit, assign, main } = page({ size: 10 });
    submit();
    const network = Network.last!;
    network.responseURL = 'https://portal.example/sign-in?next=x';
    network.responseXML = answer('Sign in').document;
    network.onload?.();
    expect(assign).toHaveBeenCalledWith('https://portal.example/sign-in?next=x');
    expect(main.replaceWith).not.toHaveBeenCalled();
  });

  it.each([
    ['the connection is lost', (network: Network) => network.onerror?.()],
    ['the answer is no page', (network: Network) => network.onload?.()],
  ])('says so and lets another try when %s', (_what, happens) => {
    const { submit, bar, status } = page({ size: 10 });
    submit();
    happens(Network.last!);
    expect([bar.hidden, status.textContent, [...status.classes]]).toEqual([
      true,
      'failed',
      ['govuk-error-message'],
    ]);
    Network.last = null;
    submit();
    expect(Network.last).not.toBeNull();
    expect([...status.classes]).toEqual([]);
  });

  it('sends once, however often the button is pressed', () => {
    const { submit } = page({ size: 10 });
    submit();
    Network.last = null;
    expect(submit()).toHaveBeenCalledOnce();
    expect(Network.last).toBeNull();
  });

  it('does not send what is too large, and says so at once', () => {
    const { submit, status } = page({ size: 1001 });
    expect(submit()).toHaveBeenCalledOnce();
    expect(status.textContent).toBe('too large');
    expect(Network.last).toBeNull();
  });

  it('leaves a form without a file to the browser: the server says what is missing', () => {
    const { submit } = page(null);
    expect(submit()).not.toHaveBeenCalled();
    expect(Network.last).toBeNull();
  });
});

it('is at most 2 KB', async () => {
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
  expect(code.length).toBeLessThanOrEqual(2048);
  expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
}, 60_000);
