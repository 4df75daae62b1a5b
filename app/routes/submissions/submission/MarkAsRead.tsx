import { Button } from '#app/ui/govuk/Button.tsx';

/** Says that what the partner wrote has been read. `shownCount`: how much of it the page shows. */
export function MarkAsRead({ href, shownCount }: { href: string; shownCount: number }) {
  return (
    <form method="post" action={href}>
      <input type="hidden" name="shownCount" value={shownCount} />
      <Button variant="secondary" preventDoubleClick>
        Mark as read
      </Button>
    </form>
  );
}
