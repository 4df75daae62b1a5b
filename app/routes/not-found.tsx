import { NotFound } from '#app/domain/failures.ts';

export function loader() {
  throw new NotFound();
}

export function action() {
  throw new NotFound();
}

export default function NotFoundPage() {
  return null;
}
