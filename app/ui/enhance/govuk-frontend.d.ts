/** The parts of govuk-frontend's browser code that the portal uses; the package ships no types. */
declare module 'govuk-frontend' {
  type Root = HTMLElement;

  /** A component takes over one element. It throws when the element is already taken or can't be used. */
  type Component<Config> = new (root: Root, config?: Config) => unknown;
  type NoConfig = Record<string, never>;

  export const Button: Component<{ preventDoubleClick?: boolean }>;
  export const CharacterCount: Component<NoConfig>;
  export const Checkboxes: Component<NoConfig>;
  export const ErrorSummary: Component<{ disableAutoFocus?: boolean }>;
  /** The parts that the portal's own exit button uses. */
  export class ExitThisPage {
    constructor(root: Root);
    protected $button: HTMLAnchorElement;
    protected $updateSpan: HTMLElement;
    protected $overlay: HTMLElement | null;
    protected i18n: { t: (key: 'activated') => string };
    exitPage(): void;
  }
  export const NotificationBanner: Component<{ disableAutoFocus?: boolean }>;
  export const PasswordInput: Component<NoConfig>;
  export const Radios: Component<NoConfig>;
  export const ServiceNavigation: Component<NoConfig>;
  export const SkipLink: Component<NoConfig>;

  /** Whether the document's body says that scripts run. */
  export function isSupported(): boolean;
}
