import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import type axeCore from 'axe-core';

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/**
 * axe with what it is asked here: each rule of what was not seen, contrast only of what does not look like something whose
 * contrast was found good. Of a list of what to leave out axe compares each part with each element: half of its work.
 */
const axeSource = `${readFileSync(file, 'utf8')}
axe.configure({
  rules: axe._audit.rules.map(({ id, selector }) => ({
    id,
    selector: selector
      .split(/,(?![^(]*\\))/)
      .map((each) => each + ':not([data-as-before])' + (id === 'color-contrast' ? ':not([data-look-seen])' : ''))
      .join(),
  })),
});`;

/**
 * A page that stays open for a worker, with axe in it, into which what is to be looked at is copied: axe is read and
 * compiled once there, where in each page of a journey it took as long as its looking.
 */
export async function openMirror(browser: Browser, address: string): Promise<Page> {
  // Of a page of the portal it keeps the stylesheets. What a script hid stands in a copy as a style, which the policy refuses.
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**/*.js', (route) => route.abort());
  const mirror = await context.newPage();
  await mirror.goto(`${address}/sign-in`);
  await context.setOffline(true);
  await mirror.evaluate(axeSource);
  return mirror;
}

/**
 * axe looks once in a run at each part of a page, and at the contrast of what looks the same. What was found clean stands
 * in a file for each worker, which all of them read.
 */
export async function expectAccessible(page: Page, mirror: () => Promise<Page>): Promise<void> {
  const directory = join(process.env.PORTAL_E2E_DIRECTORY ?? '', 'clean');
  // As one text: Playwright wraps each item of a list, and they are thousands.
  const clean = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'utf8'));
  const added = await page.evaluate(markWhatWasSeen, clean.join(''));
  if (added === '') return;
  const copy = await page.evaluate(copied);
  const found = await (await mirror()).evaluate(problemsInTheRest, copy);
  expect(found, page.url()).toEqual([]);
  const own = join(directory, process.env.TEST_PARALLEL_INDEX ?? '0');
  appendFileSync(own, added);
}

/** Runs in the page: its document as it stands, with what is typed and chosen, where the focus is, and what is modal. */
function copied(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const copies = copy.getElementsByTagName('*');
  [...document.documentElement.getElementsByTagName('*')].forEach((element, at) => {
    const twin = copies[at];
    if (element instanceof HTMLInputElement) {
      twin?.setAttribute('value', element.value);
      twin?.toggleAttribute('checked', element.checked);
    }
    if (element instanceof HTMLTextAreaElement && twin) twin.textContent = element.value;
    if (element instanceof HTMLOptionElement) twin?.toggleAttribute('selected', element.selected);
    if (element === document.activeElement) twin?.setAttribute('data-focus', '');
    if (element.matches('dialog:modal')) twin?.setAttribute('data-modal', '');
  });
  return copy.outerHTML;
}

/** Runs in the mirror: puts what was copied into it and has axe look at what is new in that. */
async function problemsInTheRest(html: string): Promise<string[]> {
  const { documentElement, body, head } = new DOMParser().parseFromString(html, 'text/html');
  const styles = ':is(link[rel=stylesheet], script)';
  for (const each of document.head.querySelectorAll(`:not(${styles})`)) each.remove();
  document.head.append(...head.querySelectorAll(`:not(${styles})`));
  for (const name of document.documentElement.getAttributeNames())
    document.documentElement.removeAttribute(name);
  for (const { name, value } of documentElement.attributes)
    document.documentElement.setAttribute(name, value);
  for (const inside of body.querySelectorAll('[data-as-before] *')) inside.setAttribute('data-as-before', '');
  document.body.replaceWith(body);
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[data-modal]')) {
    dialog.open = false;
    dialog.showModal();
  }
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
  const { axe } = window as unknown as { axe: typeof axeCore };
  const { violations } = await axe.run({ resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      // GOV.UK Frontend's own: a radio or box that reveals a field says so with aria-expanded.
      .filter(
        ({ html }) =>
          !(
            id === 'aria-allowed-attr' &&
            /class="govuk-(radios|checkboxes)__input"[^>]*aria-expanded/.test(html)
          ),
      )
      .map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/**
 * Runs in the page: marks each part that was found clean at the same place, and each element that looks like one whose
 * contrast was found good. Takes and gives lines: what is new, nothing where the whole page was seen.
 *
 * Two parts are the same when they hold the same kinds of elements in each other, whatever their words, if any, and
 * however many of a kind, inside elements that look the same. What holds a heading or a landmark is looked at again, as
 * their order is a matter of the page, and so is a field whose label, or whatever stands beside it, is new. An element
 * looks like another when both have the same name, classes, type, style and state, and so has each element around them.
 */
function markWhatWasSeen(before: string): string {
  const names =
    /^(id|for|name|value|href|src|content|nonce|action|title|alt|aria-label|aria-labelledby|aria-describedby|aria-controls|headers|datetime|data-.*|[xyd][12]?|points|width|height|viewBox|transform)$/;
  const ofPage = 'h1, h2, h3, h4, h5, h6, header, nav, main, aside, footer, section, form, [role]';
  for (const marked of document.querySelectorAll('[data-as-before], [data-look-seen]')) {
    marked.removeAttribute('data-as-before');
    marked.removeAttribute('data-look-seen');
  }
  const hashed = (text: string, from: number) => {
    let hash = from;
    for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return hash;
  };
  const written = ({ tagName, attributes }: Element, isNamed: (name: string) => boolean) =>
    [tagName, ...[...attributes].map(({ name, value }) => (isNamed(name) ? name : `${name}=${value}`))].join(
      ' ',
    );
  const kinds = new Map<Element, number>();
  const kindOf = (element: Element): number => {
    const inside = [...new Set([...element.children].map(kindOf))].join();
    const isEmpty = inside === '' && element.textContent.trim() === '';
    const kind = hashed(`${written(element, (name) => names.test(name))}(${isEmpty ? 'empty' : inside})`, 7);
    kinds.set(element, kind);
    return kind;
  };
  kindOf(document.body);
  const seen = new Set(before.split('\n'));
  const added = new Set<string>();
  // A second row of a kind that this page has is as one of a page before.
  const isAgain = (key: string) => {
    const again = seen.has(key) || added.has(key);
    added.add(key);
    return again;
  };
  const visit = (element: Element, around: number): void => {
    const part = `${around.toString(36)}/${(kinds.get(element) ?? 0).toString(36)}`;
    const holdsOrder = element.matches(ofPage) || element.querySelector(ofPage) !== null;
    const isField = element.matches('input, select, textarea');
    if (isAgain(part) && (element === document.body || !(holdsOrder || isField))) {
      element.setAttribute('data-as-before', '');
      return;
    }
    const look = hashed(`>${written(element, (name) => !/^(class|type|style|fill)$/.test(name))}`, around);
    if (isAgain(look.toString(36))) element.setAttribute('data-look-seen', '');
    for (const child of element.children) visit(child, look);
  };
  visit(document.body, 0);
  if (document.body.hasAttribute('data-as-before')) return '';
  return [...added].map((key) => (seen.has(key) ? '' : `${key}\n`)).join('');
}
