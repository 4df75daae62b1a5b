/** Carries the version that the page shows, so that a decision on an older state is refused and not carried out. */
export const VersionField = ({ version }: { version: number }) => (
  <input type="hidden" name="expectedVersion" value={version} />
);
