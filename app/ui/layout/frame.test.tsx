import { load } from 'cheerio';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { languages, type Locale } from '#app/messages/words.ts';
import { WordsProvider } from '#app/ui/messages.ts';
import { emergencyWords } from '#tests/factories/emergency-words.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { Page } from './Page.tsx';
import { PortalDocument } from './PortalDocument.tsx';
import { PortalFrame, type PortalFrameProps } from './PortalFrame.tsx';

const force = {
  name: 'Anyshire Police',
  shortName: 'AP',
  emergency: emergencyWords,
  signposts: [{ code: 'police', name: 'Police, not urgent', phone: '101' }],
  markings: { submission: 'OFFICIAL-SENSITIVE', aggregate: 'OFFICIAL' },
};

function documentWith(page: ReactNode, frame: Partial<PortalFrameProps> = {}, locale: Locale = 'en') {
  const html = renderToStaticMarkup(
    <WordsProvider value={languages[locale]}>
      <PortalDocument
        nonce="nonce-for-this-answer"
        stylesheetHref="/portal.css"
        themeHref="/theme.css"
        scriptHref="/enhance/portal.js"
        noRestore={Boolean(frame.account)}
      >
        <PortalFrame force={force} account={null} {...frame}>
          {page}
        </PortalFrame>
      </PortalDocument>
    </WordsProvider>,
  );
  return load(html);
}

describe('the document', () => {
  it('gives every script the nonce and sets no inline style', () => {
    const $ = documentWith(<Page title="Sign in">words</Page>);
    const scripts = $('script').toArray();
    expect(scripts.map((script) => $(script).attr('nonce'))).toEqual(
      scripts.map(() => 'nonce-for-this-answer'),
    );
    expect(scripts).toHaveLength(2);
    expect($('style, [style], [onclick]')).toHaveLength(0);
  });

  it('puts the force’s colours after the portal’s own', () => {
    const $ = documentWith(<Page title="Sign in">words</Page>);
    const sheets = $('link[rel=stylesheet]').toArray();
    expect(sheets.map((sheet) => $(sheet).attr('href'))).toEqual(['/portal.css', '/theme.css']);
  });

  it('starts with a skip link to the one main element', () => {
    const $ = documentWith(<Page title="Sign in">words</Page>);
    expect($('body a').first().attr('href')).toBe('#main-content');
    expect($('main')).toHaveLength(1);
    expect($('main').attr('id')).toBe('main-content');
  });

  it('marks a page of somebody as not to be restored, and a public page not', () => {
    const page = <Page title="Reports">words</Page>;
    expect(documentWith(page, { account: { name: 'Sam Fictional' } })('body[data-no-restore]')).toHaveLength(
      1,
    );
    expect(documentWith(page)('body[data-no-restore]')).toHaveLength(0);
  });
});

describe('the frame', () => {
  it('signs out by a posted form', () => {
    const $ = documentWith(<Page title="Reports">words</Page>, { account: { name: 'Sam Fictional' } });
    expect($('header form[method=post][action="/sign-out"] button').text()).toBe('Sign out');
    expect($('header').text()).toContain('Sam Fictional');
  });

  it('offers no sign-out to a guest', () => {
    expect(documentWith(<Page title="Sign in">words</Page>)('header form')).toHaveLength(0);
  });

  it('translates the keys among the sections and leaves other texts alone', () => {
    const navigation = [
      { text: 'Reports', href: '/reports', current: true },
      { text: 'Queues', href: '/queues' },
    ];
    const $ = documentWith(<Page title="Reports">words</Page>, { navigation });
    expect(
      $('nav[aria-label=Sections] li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['Reports', 'Queues']);
    expect($('[aria-current=page]').text()).toBe('Reports');
  });

  it('says that a demonstration is one, and its time', () => {
    const $ = documentWith(<Page title="Reports">words</Page>, {
      demonstrationTime: '2016-01-18T09:05:00.000Z',
    });
    expect($('.portal-demonstration').text()).toContain('9:05am on Monday 18 January 2016');
    expect(documentWith(<Page title="Reports">words</Page>)('.portal-demonstration')).toHaveLength(0);
  });

  it('has the numbers to call and the pages of help on every page', () => {
    const $ = documentWith(<Page title="Reports">words</Page>);
    expect($('.portal-footer__emergency').text()).toBe('⟦In danger now, call 999.⟧ ⟦The call stays listed.⟧');
    expect($('footer a[href="tel:999"]')).toHaveLength(1);
    expect($('footer details').text()).toContain('⟦You sign⟧⟦Make a video call.⟧ ⟦Website⟧');
    expect($('footer a[href="tel:101"]').text()).toContain('101');
    const links = $('.portal-footer__links a')
      .toArray()
      .map((link) => $(link).attr('href'));
    expect(links).toEqual(['/help', '/accessibility', '/privacy', '/cookies']);
  });

  it('has the way out at once where it is asked for: a button, and a link for the keyboard', () => {
    const page = <Page title="Reports">words</Page>;
    const $ = documentWith(page, { exitHref: '/exit' });
    expect($('.govuk-exit-this-page a').attr('href')).toBe('/exit');
    expect($('body a').eq(1).attr('href')).toBe('/exit');
    expect(documentWith(page)('[href="/exit"]')).toHaveLength(0);
  });

  it('takes every word it says from the catalogue', () => {
    const $ = documentWith(
      <Page title="⟦x⟧" backHref="/" errors={[{ field: 'a', message: 'Enter your email address' }]}>
        <p>⟦x⟧</p>
      </Page>,
      {
        exitHref: '/exit',
        account: { name: '⟦Sam⟧' },
        navigation: [{ text: 'Reports', href: '/' }],
        marking: 'aggregate',
        force: { ...force, markings: { submission: '⟦S⟧', aggregate: '⟦A⟧' } },
      },
      'pseudo',
    );
    $('script, style, title, .portal-force__name, .portal-footer__contacts').remove();
    const words = $('body')
      .text()
      .replace(/⟦[^⟧]*⟧/g, '');
    expect(words.trim()).toBe('');
  });
});

describe('a page', () => {
  it('names itself and the service in the title', () => {
    expect(documentWith(<Page title="Sign in">words</Page>)('title').text()).toBe(
      'Sign in – Partner intelligence portal',
    );
  });

  it('leads errors: in the title, in a summary before the heading, with links to the controls', () => {
    const errors = [
      { field: 'email', message: 'Enter your email address' },
      { field: 'born', message: 'Enter a year' },
      { field: '', message: 'This report was sent already' },
    ];
    const $ = documentWith(
      <Page title="Sign in" errors={errors} fieldIds={{ born: 'born-day' }} success="Saved">
        <h1>Sign in</h1>
      </Page>,
    );
    expect($('title').text()).toMatch(/^Error: Sign in/);
    expect($('main').children().first().hasClass('govuk-error-summary')).toBe(true);
    const items = $('.govuk-error-summary__list li').toArray();
    expect(items.map((item) => [$(item).text(), $(item).find('a').attr('href')])).toEqual([
      ['Enter your email address', '#email'],
      ['Enter a year', '#born-day'],
      ['This report was sent already', undefined],
    ]);
    expect($('.govuk-notification-banner')).toHaveLength(0);
  });

  it('shows what was done when there are no errors', () => {
    const $ = documentWith(
      <Page title="Queue" success="You claimed the report">
        words
      </Page>,
    );
    expect($('.govuk-notification-banner--success[role=alert]').text()).toContain('You claimed the report');
  });

  it('carries its marking above and below the content', () => {
    const $ = documentWith(<Page title="Report">words</Page>, { marking: 'submission' });
    const order = $('.portal-marking, main')
      .toArray()
      .map((node) => $(node).attr('id') ?? $(node).attr('aria-label'));
    expect(order).toEqual(['Protective marking', 'main-content', 'Protective marking, end of page']);
    expect($('.portal-marking__text').first().text()).toBe('Protective marking: OFFICIAL-SENSITIVE');
  });
});

describe('an error page', () => {
  it.each([
    [403, 'You cannot do this'],
    [404, 'Page not found'],
    [409, 'This cannot be done now'],
    [429, 'Too many attempts'],
    [503, 'The service is busy'],
    [500, 'There is a problem with the service'],
    [418, 'There is a problem with the service'],
  ])('for %d says "%s" and whom to call', (status, heading) => {
    const $ = documentWith(<ErrorPage status={status} />);
    expect($('h1').text()).toBe(heading);
    expect($('title').text()).toContain(heading);
    expect($('main').text()).toContain('call 999');
  });

  it('shows the words of the failure instead of its own', () => {
    const $ = documentWith(<ErrorPage status={409} message="Alex Invented holds this report" />);
    expect($('main').text()).toContain('Alex Invented holds this report');
    expect($('main').text()).not.toContain('Nothing was lost');
  });
});
