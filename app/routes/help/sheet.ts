import { formInForce } from '#app/domain/form/form-in-force.server.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { printedSheet, sheets } from '#app/http/download/blank-form.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { messagesOf } from '#app/http/messages.ts';
import { portalContext, publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { renderPdf } from '#app/platform/documents/pdf.ts';
import type { PrintedDocument } from '#app/platform/documents/printed-document.ts';
import type { Route } from './+types/sheet.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** A sheet of the form in force as a PDF. */
export async function loader(args: Route.LoaderArgs) {
  const sheet = sheets.find((known) => known === args.params.sheet);
  if (!sheet) throw new NotFound();
  const { db, clock } = publicCtx(args);
  const inForce = await formInForce(db, clock.now());
  const { force } = args.context.get(portalContext);
  const printed = printedSheet(sheet, inForce, force.emergency.call, messagesOf(args));
  const document = { ...printed, creator: force.force.portalName, at: inForce.agreedOn };
  return wholeDownload(await laidOut(document), 'application/pdf', `report-${sheet}.pdf`);
}

const held = new Map<string, Promise<Uint8Array>>();

/** Anybody may ask, and a process takes its time for each: so once for a version of the form and the force's words. */
function laidOut(document: PrintedDocument): Promise<Uint8Array> {
  const key = JSON.stringify(document);
  const known = held.get(key);
  if (known) return known;
  const made = renderPdf(document);
  held.set(key, made);
  made.catch(() => held.delete(key));
  return made;
}
