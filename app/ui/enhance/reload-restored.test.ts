import { expect, it, vi } from 'vitest';
import { reloadRestoredPages } from './reload-restored.ts';

/** As much of a window as the rule looks at. */
function windowWith(dataset: Record<string, string>) {
  const listeners: ((event: { persisted: boolean }) => void)[] = [];
  const body = { dataset, hidden: false };
  const reload = vi.fn();
  const fake = {
    document: { body },
    location: { reload },
    addEventListener: (_type: string, listener: (event: { persisted: boolean }) => void) =>
      listeners.push(listener),
  };
  reloadRestoredPages(fake as unknown as Window);
  return {
    body,
    reload,
    show: (persisted: boolean) => listeners.forEach((listener) => listener({ persisted })),
  };
}

it('hides and reloads a page of a signed-in person that comes back from memory', () => {
  const { body, reload, show } = windowWith({ noRestore: '' });
  show(true);
  expect(body.hidden).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it('leaves a page alone that was just loaded', () => {
  const { body, reload, show } = windowWith({ noRestore: '' });
  show(false);
  expect(body.hidden).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it('leaves a public page alone', () => {
  const { reload, show } = windowWith({});
  show(true);
  expect(reload).not.toHaveBeenCalled();
});
