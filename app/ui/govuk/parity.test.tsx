import { readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BackLink } from './BackLink.tsx';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { Button, ButtonLink, type ButtonProps } from './Button.tsx';
import { CharacterCount } from './CharacterCount.tsx';
import { Checkboxes } from './Checkboxes.tsx';
import { classNames } from './class-names.ts';
import type { ChoiceDivider, ChoiceGroupProps } from './ChoiceGroup.tsx';
import { DateInput, type DatePart } from './DateInput.tsx';
import { Details } from './Details.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { ExitThisPage } from './ExitThisPage.tsx';
import { Fieldset, type LegendProps } from './Fieldset.tsx';
import { FileUpload } from './FileUpload.tsx';
import type { FieldProps } from './FormGroup.tsx';
import { Hint } from './Hint.tsx';
import { Input } from './Input.tsx';
import { InsetText } from './InsetText.tsx';
import { Label, type TextSize } from './Label.tsx';
import { NotificationBanner } from './NotificationBanner.tsx';
import { Pagination, type PageItem, type PaginationLink } from './Pagination.tsx';
import { Panel } from './Panel.tsx';
import { PasswordInput } from './PasswordInput.tsx';
import { Radios } from './Radios.tsx';
import { Select } from './Select.tsx';
import { ServiceNavigation } from './ServiceNavigation.tsx';
import { SkipLink } from './SkipLink.tsx';
import { SummaryCard } from './SummaryCard.tsx';
import { type SummaryAction, SummaryList } from './SummaryList.tsx';
import { Table, type TableCell } from './Table.tsx';
import { Tag, TAG_COLOURS } from './Tag.tsx';
import { TaskList } from './TaskList.tsx';
import { Textarea } from './Textarea.tsx';
import { WarningText } from './WarningText.tsx';

/*
 * Every fixture that govuk-frontend ships for the components we have is rendered by our React component and
 * compared with the HTML of the package. A fixture is left out only by name and with the option we don't offer.
 */
const NOT_OFFERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'character-count': {
    'to configure in JavaScript': 'a count without a limit: the limit is always known on the server',
    'with neither maxlength nor maxwords set':
      'a count without a limit: the limit is always known on the server',
    'with translations': 'data-i18n texts of the script: the portal speaks English',
    'with textarea maxlength attribute': 'maxlength on the control: typing is never cut off',
  },
  'date-input': {
    'with nested name': 'names of parts with brackets: a form takes no nested names',
  },
  'exit-this-page': {
    translated: 'data-i18n texts of the script: the portal speaks English',
    testing: 'data-i18n texts of the script: the portal speaks English',
    'testing-html': 'data-i18n texts of the script: the portal speaks English',
  },
  'file-upload': {
    enhanced: 'the drop zone of the script: the portal sends one file at a time with a bar of its own',
    'enhanced, with error message and hint': 'the drop zone of the script',
    'enhanced, multiple files': 'the drop zone of the script',
    'enhanced, custom wrapper classes and attributes': 'the drop zone of the script',
    translated: 'the drop zone of the script',
    'with value': 'a value: browsers do not let a page set one',
  },
  input: { 'with customised input wrapper': 'attributes of the wrapper around an input with a prefix' },
  'notification-banner': {
    'with invalid type': 'a type that does not exist: it does not compile',
  },
  pagination: { 'with empty items': 'empty page items' },
  panel: {
    'interruption, with actions classes and attributes': 'classes and attributes of the row of actions',
    'interruption, button link': 'classes and attributes of the row of actions',
    'interruption, no actions items': 'a row of actions without actions',
  },
  'password-input': { 'with translations': 'data-i18n texts of the script: the portal speaks English' },
  'summary-list': {
    extreme: 'a style attribute in the text of a value: the security policy bars it',
    'summary card with custom classes': 'a card without a title: the title is what tells cards apart',
    'summary card with custom attributes': 'a card without a title: the title is what tells cards apart',
  },
};

type Attributes = Readonly<Record<string, string | number | boolean>>;
type Words = {
  text?: string | number;
  html?: string | false;
  classes?: string;
  attributes?: Attributes;
  isPageHeading?: boolean;
  describedBy?: string;
  headingLevel?: 2 | 3 | 4;
  visuallyHiddenText?: string | false;
  [more: string]: unknown;
};
type Options = Record<string, unknown>;

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null;
const wordsOf = (value: unknown): Words => (isWords(value) ? value : {});
const str = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const bool = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const wordsList = (value: unknown): (Words | null)[] =>
  list(value).map((entry) => (isWords(entry) ? entry : null));

/** HTML attribute names as React spells them. */
const REACT_NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  spellcheck: 'spellCheck',
  autocomplete: 'autoComplete',
  inputmode: 'inputMode',
  maxlength: 'maxLength',
  hreflang: 'hrefLang',
  autocapitalize: 'autoCapitalize',
};
const attributes = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wordsOf(given)).map(([name, value]) => [
      REACT_NAMES[name] ?? name,
      str(value) ?? String(value),
    ]),
  );

/** The parser's node type, which cheerio uses but does not export. */
type AnyNode = Parameters<CheerioAPI['contains']>[1];
/** `Node.TEXT_NODE` of the DOM. */
const TEXT = 3;

/** The fixture's HTML options as React nodes. */
function nodes(html: string): ReactNode {
  const $ = load(html, null, false);
  const convert = (node: AnyNode, key: number): ReactNode => {
    if ('data' in node && node.nodeType === TEXT) return node.data;
    if (!('name' in node && 'attribs' in node)) return null;
    const { value, ...rest } = attributes(node.attribs);
    const props = { ...rest, ...(value === undefined ? {} : { defaultValue: value }), key };
    if (node.name === 'textarea')
      return createElement('textarea', { ...props, defaultValue: $(node).text() });
    return createElement(node.name, props, ...node.children.map(convert));
  };
  return createElement(Fragment, null, ...$.root().contents().toArray().map(convert));
}

const content = (words: unknown): ReactNode => {
  const { html, text } = wordsOf(words);
  return html ? nodes(html.trim()) : str(text);
};
/** The same for options named with a prefix: titleText and titleHtml. */
const prefixed = (o: Options, prefix: string) =>
  content({ html: str(o[`${prefix}Html`]), text: str(o[`${prefix}Text`]) });

/** Takes a modifier such as `govuk-tag--red` out of the classes, so that the property for it is tested. */
function modifier<T extends string>(
  classes: unknown,
  prefix: string,
  allowed: readonly T[],
): [T | undefined, string | undefined] {
  const names = (str(classes) ?? '').split(' ').filter(Boolean);
  const found = allowed.find((name) => names.includes(prefix + name));
  return [found, names.filter((name) => name !== prefix + (found ?? '')).join(' ') || undefined];
}
const SIZES: readonly TextSize[] = ['s', 'm', 'l', 'xl'];
const flag = (classes: unknown, name: string): [boolean, string | undefined] => {
  const [found, rest] = modifier(classes, '', [name]);
  return [found !== undefined, rest];
};

function fieldProps(o: Options): FieldProps {
  const label = wordsOf(o.label);
  const [labelSize, labelClassName] = modifier(label.classes, 'govuk-label--', SIZES);
  const group = wordsOf(o.formGroup);
  return {
    name: str(o.name) ?? '',
    id: str(o.id),
    label: content(label),
    labelSize,
    labelClassName,
    labelIsPageHeading: label.isPageHeading,
    labelAttributes: attributes(label.attributes),
    hint: content(o.hint),
    error: content(o.errorMessage),
    describedBy: str(o.describedBy),
    formGroupClassName: group.classes,
    formGroupAttributes: attributes(group.attributes),
  };
}

function legendProps(fieldset: Words): LegendProps {
  const legend = wordsOf(fieldset.legend);
  const [legendSize, legendClassName] = modifier(legend.classes, 'govuk-fieldset__legend--', SIZES);
  return { legend: content(legend), legendSize, legendClassName, legendIsPageHeading: legend.isPageHeading };
}

function groupProps(o: Options, kind: string): ChoiceGroupProps {
  const fieldset = wordsOf(o.fieldset);
  const [small, withoutSmall] = flag(o.classes, `govuk-${kind}--small`);
  const [, className] = flag(withoutSmall, `govuk-${kind}--inline`);
  return {
    ...attributes(o.attributes),
    ...legendProps(fieldset),
    name: str(o.name) ?? '',
    idPrefix: str(o.idPrefix),
    hint: content(o.hint),
    error: content(o.errorMessage),
    describedBy: fieldset.describedBy ?? str(o.describedBy),
    small,
    className,
    fieldsetAttributes: {
      ...attributes(fieldset.attributes),
      ...(fieldset.classes ? { className: fieldset.classes } : {}),
    },
    formGroupClassName: wordsOf(o.formGroup).classes,
  };
}

const choiceItems = (o: Options) =>
  wordsList(o.items).map((item) => {
    if (!item) return null;
    if (item.divider) return { divider: str(item.divider) } satisfies ChoiceDivider;
    const label = wordsOf(item.label);
    return {
      value: str(item.value) ?? '',
      label: content(item),
      id: str(item.id),
      name: str(item.name),
      hint: content(item.hint),
      conditional: content(item.conditional),
      checked: bool(item.checked),
      disabled: bool(item.disabled),
      exclusive: item.behaviour === 'exclusive',
      labelAttributes: {
        ...attributes(label.attributes),
        ...(label.classes ? { className: label.classes } : {}),
      },
      attributes: attributes(item.attributes),
    };
  });

const WIDTHS = ['2', '3', '4', '5', '10', '20', '30'] as const;
function inputControl(o: Options) {
  const [width, withoutWidth] = modifier(o.classes, 'govuk-input--width-', WIDTHS);
  const [extraLetterSpacing, className] = flag(withoutWidth, 'govuk-input--extra-letter-spacing');
  return {
    ...attributes(o.attributes),
    width: width && (Number(width) as 2 | 3 | 4 | 5 | 10 | 20 | 30),
    extraLetterSpacing,
    className,
    value: typeof o.value === 'number' ? o.value : str(o.value),
    spellCheck: bool(o.spellcheck),
    autoComplete: str(o.autocomplete),
    autoCapitalize: str(o.autocapitalize),
    inputMode: str(o.inputmode) as 'numeric' | undefined,
    pattern: str(o.pattern),
    disabled: bool(o.disabled),
  };
}
const affix = (given: unknown) => {
  const { attributes: more, classes } = wordsOf(given);
  return { ...attributes(more), ...(classes ? { className: classes } : {}) };
};

function dateParts(o: Options): DatePart[] {
  const defaults = { day: wordsOf(o.day), month: wordsOf(o.month), year: wordsOf(o.year) };
  const given = wordsList(o.items).filter((item) => item !== null);
  const fields = Object.entries(defaults)
    .filter(([name]) => o[name] !== false)
    .map(([name, field]): Words => ({
      name,
      ...field,
      label: field.label ?? name.charAt(0).toUpperCase() + name.slice(1),
    }));
  const parts = given.length > 0 ? given : fields;
  return parts.map((part) => {
    const name = str(part.name) ?? '';
    const [wrong, withoutError] = flag(part.classes, 'govuk-input--error');
    const [width, className] = modifier(withoutError, 'govuk-input--width-', ['2', '4'] as const);
    const field = name === 'day' || name === 'month' || name === 'year' ? defaults[name] : {};
    const value = part.value ?? field.value;
    return {
      name,
      label: str(part.label),
      id: str(part.id),
      value: str(value),
      width: width ? (Number(width) as 2 | 4) : name.endsWith('year') ? 4 : undefined,
      error: wrong || bool(part.error),
      className,
      attributes: {
        ...attributes(part.attributes),
        ...(part.pattern ? { pattern: str(part.pattern) } : {}),
        ...(part.inputmode ? { inputMode: str(part.inputmode) as 'text' } : {}),
        ...(part.autocomplete ? { autoComplete: str(part.autocomplete) } : {}),
      },
    };
  });
}
/** The package keeps values by full name, our component by the part's name. */
const dateValues = (o: Options) => {
  const prefix = o.namePrefix ? `${str(o.namePrefix) ?? ''}-` : '';
  return Object.fromEntries(
    Object.entries(wordsOf(o.values)).map(([name, value]) => [name.replace(prefix, ''), str(value)]),
  );
};

const actions = (given: unknown): SummaryAction[] | undefined => {
  const items = wordsOf(given).items;
  if (!items) return undefined;
  return wordsList(items).flatMap((action) =>
    action
      ? [
          {
            href: str(action.href) ?? '',
            text: content(action),
            visuallyHiddenText: action.visuallyHiddenText || undefined,
            className: action.classes,
            attributes: attributes(action.attributes),
          },
        ]
      : [],
  );
};
const summaryRows = (o: Options) =>
  wordsList(o.rows).map((row) =>
    row
      ? {
          key: content(row.key),
          keyClassName: wordsOf(row.key).classes,
          value: content(row.value),
          valueClassName: wordsOf(row.value).classes,
          actions: actions(row.actions),
          actionsClassName: wordsOf(row.actions).classes,
          className: row.classes,
        }
      : null,
  );

const cell = (given: unknown): TableCell => {
  const words = wordsOf(given);
  return {
    content: content(words),
    numeric: words.format === 'numeric',
    className: words.classes,
    colSpan: num(words.colspan),
    rowSpan: num(words.rowspan),
    attributes: attributes(words.attributes),
  };
};

const pageLink = (given: unknown): PaginationLink | undefined => {
  if (!isWords(given)) return undefined;
  return {
    href: str(given.href) ?? '',
    text: content(given),
    labelText: str(given.labelText),
    attributes: attributes(given.attributes),
  };
};

const common = (o: Options) => ({
  ...attributes(o.attributes),
  className: str(o.classes),
  ...(o.id ? { id: str(o.id) } : {}),
});

const VARIANTS = ['secondary', 'warning', 'inverse'] as const;
function button(o: Options): ReactElement {
  const [variant, className] = modifier(o.classes, 'govuk-button--', VARIANTS);
  const look = {
    ...attributes(o.attributes),
    variant,
    className,
    start: bool(o.isStartButton),
    id: str(o.id),
    children: content(o),
  };
  if (o.href) return <ButtonLink {...look} href={str(o.href) ?? ''} />;
  return (
    <Button
      {...look}
      type={str(o.type) as ButtonProps['type']}
      name={str(o.name)}
      value={str(o.value)}
      disabled={bool(o.disabled)}
      preventDoubleClick={bool(o.preventDoubleClick)}
    />
  );
}

const tagProps = (o: Options) => {
  const [colour, className] = modifier(o.classes, 'govuk-tag--', TAG_COLOURS);
  return { ...attributes(o.attributes), colour, className, children: content(o) };
};

const RENDER: Readonly<Record<string, (o: Options) => ReactElement>> = {
  button,
  'back-link': (o) => {
    const [inverse, className] = flag(o.classes, 'govuk-back-link--inverse');
    return (
      <BackLink
        {...attributes(o.attributes)}
        href={str(o.href) ?? '#'}
        inverse={inverse}
        className={className}
      >
        {content(o)}
      </BackLink>
    );
  },
  breadcrumbs: (o) => {
    const [inverse, className] = flag(o.classes, 'govuk-breadcrumbs--inverse');
    return (
      <Breadcrumbs
        {...attributes(o.attributes)}
        inverse={inverse}
        className={className}
        collapseOnMobile={bool(o.collapseOnMobile)}
        label={str(o.labelText)}
        items={wordsList(o.items).map((item) => ({
          text: content(item),
          href: str(item?.href),
          attributes: attributes(item?.attributes),
        }))}
      />
    );
  },
  'character-count': (o) => (
    <CharacterCount
      {...fieldProps(o)}
      {...attributes(o.attributes)}
      className={str(o.classes)}
      maxLength={num(o.maxlength)}
      maxWords={num(o.maxwords)}
      threshold={num(o.threshold)}
      countType={str(o.countType) as 'words' | undefined}
      countMessageClassName={wordsOf(o.countMessage).classes}
      limitText={str(o.textareaDescriptionText)}
      rows={num(o.rows)}
      spellCheck={bool(o.spellcheck)}
      value={str(o.value)}
    />
  ),
  checkboxes: (o) => {
    return (
      <Checkboxes
        {...groupProps(o, 'checkboxes')}
        items={choiceItems(o)}
        values={list(o.values).map((value) => str(value) ?? '')}
      />
    );
  },
  'date-input': (o) => {
    const fieldset = wordsOf(o.fieldset);
    return (
      <DateInput
        {...attributes(o.attributes)}
        {...legendProps(fieldset)}
        id={str(o.id) ?? ''}
        namePrefix={str(o.namePrefix)}
        parts={dateParts(o)}
        values={dateValues(o)}
        hint={content(o.hint)}
        error={content(o.errorMessage)}
        describedBy={fieldset.describedBy}
        className={str(o.classes)}
        formGroupClassName={wordsOf(o.formGroup).classes}
      />
    );
  },
  details: (o) => (
    <Details {...common(o)} summary={prefixed(o, 'summary')} open={bool(o.open)}>
      {content(o)}
    </Details>
  ),
  'error-message': (o) => (
    <ErrorMessage
      {...common(o)}
      visuallyHiddenText={o.visuallyHiddenText === false ? null : str(o.visuallyHiddenText)}
    >
      {content(o)}
    </ErrorMessage>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      {...common(o)}
      title={prefixed(o, 'title')}
      description={prefixed(o, 'description')}
      disableAutoFocus={bool(o.disableAutoFocus)}
      errors={wordsList(o.errorList).map((error) => ({
        text: content(error),
        href: str(error?.href),
        attributes: attributes(error?.attributes),
      }))}
    />
  ),
  'exit-this-page': (o) => (
    <ExitThisPage {...common(o)} href={str(o.redirectUrl) ?? 'https://www.bbc.co.uk/weather'}>
      {content(o)}
    </ExitThisPage>
  ),
  fieldset: (o) => (
    <Fieldset {...common(o)} {...legendProps(o)} role={str(o.role)} describedBy={str(o.describedBy)}>
      {o.html ? content(o) : null}
    </Fieldset>
  ),
  hint: (o) => <Hint {...common(o)}>{content(o)}</Hint>,
  'file-upload': (o) => (
    <FileUpload
      {...fieldProps(o)}
      {...attributes(o.attributes)}
      className={str(o.classes)}
      multiple={bool(o.multiple)}
      disabled={bool(o.disabled)}
    />
  ),
  input: (o) => (
    <Input
      {...fieldProps(o)}
      {...inputControl(o)}
      type={str(o.type)}
      prefix={content(o.prefix)}
      prefixAttributes={affix(o.prefix)}
      suffix={content(o.suffix)}
      suffixAttributes={affix(o.suffix)}
      wrapperClassName={wordsOf(o.inputWrapper).classes}
    />
  ),
  'inset-text': (o) => <InsetText {...common(o)}>{content(o)}</InsetText>,
  label: (o) => {
    const [size, className] = modifier(o.classes, 'govuk-label--', SIZES);
    return (
      <Label
        {...attributes(o.attributes)}
        size={size}
        className={className}
        htmlFor={str(o.for)}
        isPageHeading={bool(o.isPageHeading)}
      >
        {content(o)}
      </Label>
    );
  },
  'notification-banner': (o) => (
    <NotificationBanner
      {...common(o)}
      type={o.type === 'success' ? 'success' : undefined}
      title={prefixed(o, 'title')}
      titleId={str(o.titleId)}
      headingLevel={num(o.titleHeadingLevel) as 3 | undefined}
      disableAutoFocus={bool(o.disableAutoFocus)}
      role={str(o.role)}
    >
      {content(o)}
    </NotificationBanner>
  ),
  pagination: (o) => (
    <Pagination
      {...common(o)}
      previous={pageLink(o.previous)}
      next={pageLink(o.next)}
      label={str(o.landmarkLabel)}
      items={
        o.items
          ? wordsList(o.items).map((item): PageItem => {
              if (item?.ellipsis) return { ellipsis: true };
              return {
                number: str(item?.number) ?? '',
                href: str(item?.href) ?? '',
                current: bool(item?.current),
                label: item?.visuallyHiddenText || undefined,
              };
            })
          : undefined
      }
    />
  ),
  panel: (o) => {
    const [interruption, className] = flag(o.classes, 'govuk-panel--interruption');
    const items = wordsList(wordsOf(o.actions).items);
    return (
      <Panel
        {...attributes(o.attributes)}
        className={className}
        interruption={interruption}
        title={prefixed(o, 'title')}
        headingLevel={num(o.headingLevel) as 2 | undefined}
        actions={
          items.length > 0
            ? items.map((action, index) => <Fragment key={index}>{panelAction(action)}</Fragment>)
            : undefined
        }
      >
        {content(o)}
      </Panel>
    );
  },
  'password-input': (o) => {
    const { width, className, value, autoComplete, disabled } = inputControl(o);
    const control = { ...attributes(o.attributes), width, className, value, autoComplete, disabled };
    return <PasswordInput {...fieldProps(o)} {...control} />;
  },
  radios: (o) => (
    <Radios
      {...groupProps(o, 'radios')}
      inline={flag(o.classes, 'govuk-radios--inline')[0]}
      items={choiceItems(o)}
      value={str(o.value)}
    />
  ),
  select: (o) => {
    const items = wordsList(o.items);
    const selected = items.find((item) => item?.selected === true);
    const refused = items.some((item) => item?.selected === false);
    return (
      <Select
        {...fieldProps(o)}
        {...attributes(o.attributes)}
        className={str(o.classes)}
        // Without a value nothing is marked; a browser then shows the first option.
        value={refused ? '' : (str(selected?.value) ?? str(o.value))}
        options={items.map((item) =>
          item
            ? {
                text: str(item.text) ?? '',
                value: item.value === undefined ? undefined : (str(item.value) ?? 'false'),
                disabled: bool(item.disabled),
                attributes: attributes(item.attributes),
              }
            : null,
        )}
      />
    );
  },
  'service-navigation': (o) => {
    const [inverse, className] = flag(o.classes, 'govuk-service-navigation--inverse');
    const slots = wordsOf(o.slots);
    const end = isWords(slots.end) ? slots.end : { html: str(slots.end) };
    return (
      <ServiceNavigation
        {...attributes(o.attributes)}
        className={className}
        inverse={inverse}
        serviceName={str(o.serviceName)}
        serviceHref={str(o.serviceUrl)}
        navigationId={str(o.navigationId)}
        navigationLabel={str(o.navigationLabel)}
        navigationClassName={str(o.navigationClasses)}
        menuButtonText={str(o.menuButtonText)}
        menuButtonLabel={str(o.menuButtonLabel)}
        collapseOnMobile={bool(o.collapseNavigationOnMobile)}
        ariaLabel={str(o.ariaLabel)}
        start={content({ html: str(slots.start) })}
        end={content(end)}
        endInline={end.align === 'inline'}
        listStart={content({ html: str(slots.navigationStart) })}
        listEnd={content({ html: str(slots.navigationEnd) })}
        items={wordsList(o.navigation).map((item) =>
          item
            ? {
                text: content(item),
                href: str(item.href),
                current: bool(item.current),
                active: bool(item.active),
                attributes: attributes(item.attributes),
              }
            : null,
        )}
      />
    );
  },
  'skip-link': (o) => (
    <SkipLink {...common(o)} href={str(o.href) ?? '#content'}>
      {content(o)}
    </SkipLink>
  ),
  'summary-list': (o) => {
    const [noBorder, className] = flag(o.classes, 'govuk-summary-list--no-border');
    const listProps = { ...attributes(o.attributes), noBorder, className };
    if (!isWords(o.card)) return <SummaryList {...listProps} rows={summaryRows(o)} />;
    const { card } = o;
    return (
      <SummaryCard
        title={content(card.title)}
        headingLevel={wordsOf(card.title).headingLevel}
        actions={actions(card.actions)}
        rows={summaryRows(o)}
        listAttributes={listProps}
      />
    );
  },
  table: (o) => {
    const [captionSize, captionClassName] = modifier(o.captionClasses, 'govuk-table__caption--', SIZES);
    return (
      <Table
        {...common(o)}
        caption={str(o.caption)}
        captionSize={captionSize}
        captionClassName={captionClassName}
        firstCellIsHeader={bool(o.firstCellIsHeader)}
        head={o.head ? list(o.head).map(cell) : undefined}
        rows={list(o.rows).map((row) => (Array.isArray(row) ? row.map(cell) : null))}
      />
    );
  },
  tag: (o) => <Tag {...tagProps(o)} />,
  'task-list': (o) => (
    <TaskList
      {...common(o)}
      idPrefix={str(o.idPrefix)}
      items={wordsList(o.items).map((item) => {
        if (!item) return null;
        const status = wordsOf(item.status);
        const [cannotStartYet, className] = flag(status.classes, 'govuk-task-list__status--cannot-start-yet');
        return {
          title: content(item.title),
          titleClassName: wordsOf(item.title).classes,
          href: str(item.href),
          hint: content(item.hint),
          className: item.classes,
          status: isWords(status.tag)
            ? { tag: tagProps(status.tag), className }
            : { text: content(status), cannotStartYet, className },
        };
      })}
    />
  ),
  textarea: (o) => (
    <Textarea
      {...fieldProps(o)}
      {...attributes(o.attributes)}
      className={str(o.classes)}
      rows={num(o.rows)}
      value={str(o.value)}
      autoComplete={str(o.autocomplete)}
      spellCheck={bool(o.spellcheck)}
    />
  ),
  'warning-text': (o) => (
    <WarningText {...common(o)} visuallyHiddenText={str(o.iconFallbackText)}>
      {content(o)}
    </WarningText>
  ),
};

function panelAction(action: Words | null): ReactElement {
  if (action?.href && action.type !== 'button') {
    return (
      <a className={classNames('govuk-link govuk-link--inverse', action.classes)} href={str(action.href)}>
        {content(action)}
      </a>
    );
  }
  return (
    <Button
      {...attributes(action?.attributes)}
      className={action?.classes}
      variant="inverse"
      type={action?.type === 'submit' ? 'submit' : 'button'}
    >
      {content(action)}
    </Button>
  );
}

const BLOCKS = 'div,p,ul,ol,dl,table,form,fieldset,h1,h2,h3,h4,li,dd,dt,tr,nav,section,details,svg';
/** Elements whose words run on, so that a lost space would be read as one word. */
const RUNNING = [
  'a',
  'button',
  'caption',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'label',
  'legend',
  'li',
  'p',
  'span',
  'strong',
  'td',
  'th',
];

/**
 * The document as lines: one an element, attributes and classes sorted, depth by indent. Elements that hold
 * only running text also show that text, so that a space lost between two words is a difference.
 */
function outline(html: string): string {
  const $ = load(html, null, false);
  const lines: string[] = [];
  const visit = (here: AnyNode[], depth: number): void => {
    for (const node of here) {
      const indent = '  '.repeat(depth);
      if ('data' in node && node.nodeType === TEXT) {
        const text = node.data.replace(/\s+/g, ' ').trim();
        if (text) lines.push(`${indent}"${text}"`);
      } else if ('name' in node && 'attribs' in node) {
        const own = Object.entries(node.attribs)
          .map(([name, value]) => `${name}="${name === 'class' ? sortedWords(value) : value}"`)
          .sort();
        const runs = RUNNING.includes(node.name) && $(node).find(BLOCKS).length === 0;
        const running = runs ? ` | ${$(node).text().replace(/\s+/g, ' ').trim()}` : '';
        lines.push(`${indent}<${[node.name, ...own].join(' ')}>${running}`);
        visit(node.children, depth + 1);
      }
    }
  };
  visit($.root().contents().toArray(), 0);
  return lines.join('\n');
}

const sortedWords = (value: string) => value.split(/\s+/).filter(Boolean).sort().join(' ');

type Fixture = { name: string; options: Options; html: string };

function fixturesOf(component: string): Fixture[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

describe.each(Object.entries(RENDER))('%s renders what govuk-frontend renders', (component, render) => {
  const fixtures = fixturesOf(component);
  const left = NOT_OFFERED[component] ?? {};

  it.each(fixtures.filter(({ name }) => !(name in left)))('$name', ({ options, html }) => {
    expect(outline(renderToStaticMarkup(render(options)))).toBe(outline(html));
  });

  it('leaves out only fixtures that exist', () => {
    const names = fixtures.map(({ name }) => name);
    expect(Object.keys(left).filter((name) => !names.includes(name))).toEqual([]);
  });
});
