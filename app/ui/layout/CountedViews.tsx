export type CountedView = {
  text: string;
  href: string;
  count: number;
  /** There are more than `count`. */
  more?: boolean;
  current?: boolean;
  urgent?: boolean;
};

export type CountedViewsProps = { label: string; views: readonly CountedView[] };

/** The views of a queue with how many each holds: links, so that they work everywhere and have an address. */
export function CountedViews({ label, views }: CountedViewsProps) {
  return (
    <nav aria-label={label} className="portal-views">
      <ul className="portal-views__list">
        {views.map((view) => (
          <li key={view.href} className="portal-views__item">
            <a
              className={
                view.urgent && view.count > 0
                  ? 'portal-views__link portal-views__link--urgent'
                  : 'portal-views__link'
              }
              href={view.href}
              aria-current={view.current ? 'page' : undefined}
            >
              <span className="portal-views__count">{view.more ? `${view.count}+` : view.count}</span>{' '}
              <span className="portal-views__text">{view.text}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
