/** The part of accessible-autocomplete that the portal uses; the package ships no types. */
declare module 'accessible-autocomplete' {
  type Options = {
    selectElement: HTMLSelectElement;
    source: (query: string, show: (labels: string[]) => void) => void;
    onConfirm: (label: string | undefined) => void;
    defaultValue?: string;
    showAllValues?: boolean;
    tNoResults?: () => string;
  };
  const accessibleAutocomplete: { enhanceSelectElement: (options: Options) => void };
  export default accessibleAutocomplete;
}
