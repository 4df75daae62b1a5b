/** The process answers; nothing else is asked. */
export function loader() {
  return Response.json({ status: 'ok' });
}
