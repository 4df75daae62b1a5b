export type ForceHeaderProps = {
  forceName: string;
  shortName: string;
  homeHref: string;
  searchHref: string | null;
  account: { name: string } | null;
  accountHref: string;
  accountText: (of: { name: string }) => string;
  signOutHref: string;
  signOutText: string;
};

/**
 * The force's name in the force's colour, and who is signed in. The name goes short where the full one would take
 * two lines. Police search from here: the words are posted, as an address holds none. Signing out is a form: a link could be followed by a prefetch or sent by another site.
 */
export function ForceHeader({
  forceName,
  shortName,
  homeHref,
  searchHref,
  account,
  accountHref,
  accountText,
  signOutHref,
  signOutText,
}: ForceHeaderProps) {
  return (
    <div className="govuk-generic-header portal-force">
      <div className="govuk-generic-header__container govuk-width-container portal-force__container">
        <div className="govuk-generic-header__logo portal-force__name">
          {forceName ? (
            <a href={homeHref} className="govuk-generic-header__homepage-link portal-force__link">
              <span className="portal-force__long">{forceName}</span>
              <abbr className="portal-force__short" title={forceName}>
                {shortName}
              </abbr>
            </a>
          ) : null}
        </div>
        {searchHref ? (
          <form method="post" action={searchHref} role="search" className="portal-search">
            <label className="govuk-visually-hidden" htmlFor="search-anywhere">
              Search reports
            </label>
            <input
              className="govuk-input portal-search__words"
              id="search-anywhere"
              name="query"
              type="search"
              autoComplete="off"
              spellCheck={false}
            />
            <button type="submit" className="portal-search__button">
              Search
            </button>
          </form>
        ) : null}
        {account ? (
          <div className="portal-account">
            <a href={accountHref} className="portal-account__link" aria-label={accountText(account)}>
              {account.name}
            </a>
            <form method="post" action={signOutHref} className="portal-account__form">
              <button type="submit" className="portal-account__sign-out">
                {signOutText}
              </button>
            </form>
          </div>
        ) : null}
      </div>
    </div>
  );
}
