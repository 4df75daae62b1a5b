import type { RouterContextProvider } from 'react-router';
import { renderPdf } from '#app/platform/documents/pdf.ts';
import type { PrintedDocument } from '#app/platform/documents/printed-document.ts';
import { portalContext } from '../server/context.ts';
import { wholeDownload } from './file-download.ts';

/** What a document is made of; who made it and when is the portal's to say. */
export type Printed = Omit<PrintedDocument, 'creator' | 'at'>;

/** A document as a PDF to be saved. `fileName` is without its ending, and without content. */
export async function pdfDownload(
  { context }: { context: Readonly<RouterContextProvider> },
  printed: Printed,
  fileName: string,
): Promise<Response> {
  const { clock, force } = context.get(portalContext);
  const content = await renderPdf({ ...printed, creator: force.force.portalName, at: clock.now() });
  return wholeDownload(content, 'application/pdf', `${fileName}.pdf`);
}
