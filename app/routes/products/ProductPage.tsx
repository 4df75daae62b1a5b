import { Fragment, type ReactNode } from 'react';
import type { Product } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import type { PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';

type ProductPageProps = {
  product: Product;
  pdfHref: string;
  /** Below the title, what is chosen of it. */
  children?: ReactNode;
};

/** A product on a page, block for block as its PDF has it: to read, to print, and to save. */
export function ProductPage({ product, pdfHref, children }: ProductPageProps) {
  return (
    <Page title={product.title} backHref={link('products/products')} backText="Products">
      {product.blocks.map((block, index) => (
        <Fragment key={index}>
          {block.kind === 'fold' ? (
            <Details className="portal-fold" summary={block.title}>
              {block.blocks.map((folded, place) => (
                <BlockOf key={place} block={folded} titled />
              ))}
            </Details>
          ) : (
            <BlockOf block={block} titled={product.blocks[index - 1]?.kind === 'heading'} />
          )}
          {index === 0 ? (
            <>
              <p className="govuk-body portal-no-print">
                <a className="govuk-link" href={pdfHref}>
                  Save as document (PDF)
                </a>
              </p>
              {children}
            </>
          ) : null}
        </Fragment>
      ))}
    </Page>
  );
}

/** `titled`: it stands right under a heading, which says what its table is. */
function BlockOf({ block, titled }: { block: PrintedBlock; titled: boolean }) {
  switch (block.kind) {
    case 'heading':
      if (block.level === 1) return <PageHeading>{block.text}</PageHeading>;
      return block.level === 2 ? (
        <h2 className="govuk-heading-m">{block.text}</h2>
      ) : (
        <h3 className="govuk-heading-s">{block.text}</h3>
      );
    case 'paragraph':
      return <p className="govuk-body">{block.text}</p>;
    case 'bullets':
      return (
        <ul className="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'summary':
      return (
        <SummaryList
          rows={block.rows.map(({ key, value }) => ({
            key,
            value: value.map((line, index) => (
              <p key={index} className="govuk-body">
                {line}
              </p>
            )),
          }))}
        />
      );
    case 'table':
      return (
        <CardTable
          caption={block.caption}
          captionHidden={titled}
          columns={block.columns.map((header) => ({ header }))}
          rows={block.rows.map((cells, index) => ({ key: String(index), cells }))}
        />
      );
    default:
      throw new Error('Products have no boxes to tick.');
  }
}
