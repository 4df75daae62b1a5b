import { Button } from '#app/ui/govuk/Button.tsx';

/** Says that what the partner wrote has been read. `seen`: how much of it the page shows. */
export function MarkAsRead({ href, seen }: { href: string; seen: number }) {
  return (
    <form method="post" action={href}>
      <input type="hidden" name="seen" value={seen} />
      <Button variant="secondary" preventDoubleClick>
        Mark as read
      </Button>
    </form>
  );
}
