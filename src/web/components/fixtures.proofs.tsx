import { content, type Options, type Proof, prefixed } from '../../../test/support/fixtures.ts'
import { formProofs } from './fixtures.proofs.form.tsx'
import {
  BackLink,
  Breadcrumbs,
  Button,
  Details,
  ErrorSummary,
  Footer,
  GenericHeader,
  InsetText,
  NotificationBanner,
  Pagination,
  PhaseBanner,
  ServiceNavigation,
  SkipLink,
  SummaryList,
  Table,
  Tag,
  TaskList,
  WarningText,
} from './index.ts'

const common = (o: Options) => ({ classes: o.classes, attributes: o.attributes, id: o.id })
const bool = (value: unknown) => (value === undefined ? undefined : value === true || value === 'true')

const link = (o: Options) => ({
  text: content(o),
  href: o.href,
  attributes: o.attributes,
  classes: o.classes,
  visuallyHiddenText: o.visuallyHiddenText,
})

const cell = (o: Options) => ({
  content: content(o),
  format: o.format,
  classes: o.classes,
  colSpan: o.colspan,
  rowSpan: o.rowspan,
  attributes: o.attributes,
})

const actions = (o: Options) => (o?.items ?? []).map(link)

const columns = 'the footer has no columns of navigation'
const heading = 'no heading without links or text below it'
const slot = 'slots other than the end are not used'

export const proofs: readonly Proof[] = [
  ...formProofs,
  {
    component: 'button',
    render: o => (
      <Button
        {...common(o)}
        href={o.href}
        isStartButton={o.isStartButton}
        type={o.type}
        name={o.name}
        value={o.value}
        disabled={o.disabled}
        preventDoubleClick={bool(o.preventDoubleClick)}
      >
        {o.isStartButton && o.html ? <span>{content(o)}</span> : content(o)}
      </Button>
    ),
  },
  {
    component: 'error-summary',
    render: o => (
      <ErrorSummary
        {...common(o)}
        title={prefixed(o, 'title')}
        description={prefixed(o, 'description')}
        items={(o.errorList ?? []).map(link)}
        disableAutoFocus={bool(o.disableAutoFocus)}
      />
    ),
  },
  {
    component: 'summary-list',
    render: o => (
      <SummaryList
        {...common(o)}
        rows={(o.rows ?? []).filter(Boolean).map((row: Options) => ({
          key: content(row.key),
          keyClasses: row.key.classes,
          value: content(row.value),
          valueClasses: row.value?.classes,
          classes: row.classes,
          actions: actions(row.actions),
          actionsClasses: row.actions?.classes,
        }))}
        card={
          o.card && {
            title: content(o.card.title),
            titleClasses: o.card.title?.classes,
            headingLevel: o.card.title?.headingLevel,
            classes: o.card.classes,
            attributes: o.card.attributes,
            actions: actions(o.card.actions),
            actionsClasses: o.card.actions?.classes,
          }
        }
      />
    ),
  },
  {
    component: 'table',
    render: o => (
      <Table
        {...common(o)}
        caption={o.caption}
        captionClasses={o.captionClasses}
        head={o.head?.map(cell)}
        rows={(o.rows ?? []).filter(Boolean).map((row: Options) => row.map(cell))}
        firstCellIsHeader={o.firstCellIsHeader}
      />
    ),
  },
  { component: 'tag', render: o => <Tag {...common(o)}>{content(o)}</Tag> },
  {
    component: 'task-list',
    render: o => (
      <TaskList
        {...common(o)}
        idPrefix={o.idPrefix}
        items={(o.items ?? []).filter(Boolean).map((item: Options) => ({
          title: content(item.title),
          titleClasses: item.title?.classes,
          href: item.href,
          hint: content(item.hint),
          status: item.status?.tag
            ? {
                tag: {
                  children: content(item.status.tag),
                  classes: item.status.tag.classes,
                  attributes: item.status.tag.attributes,
                },
              }
            : content(item.status),
          statusClasses: item.status?.classes,
          classes: item.classes,
        }))}
      />
    ),
    skip: { 'with empty values': 'our lists are typed and have no holes, so numbering never skips' },
  },
  {
    component: 'pagination',
    render: o => {
      const side = (s: Options) =>
        s?.href ? { href: s.href, text: content(s), labelText: s.labelText, attributes: s.attributes } : undefined
      return (
        <Pagination
          {...common(o)}
          previous={side(o.previous)}
          next={side(o.next)}
          landmarkLabel={o.landmarkLabel}
          items={o.items
            ?.filter((item: Options) => item && Object.keys(item).length > 0)
            .map((item: Options) => (item.ellipsis ? item : { ...item, label: item.visuallyHiddenText }))}
        />
      )
    },
  },
  {
    component: 'details',
    render: o => (
      <Details {...common(o)} summary={prefixed(o, 'summary')} open={o.open}>
        {content(o)}
      </Details>
    ),
  },
  { component: 'inset-text', render: o => <InsetText {...common(o)}>{content(o)}</InsetText> },
  {
    component: 'warning-text',
    render: o => (
      <WarningText {...common(o)} iconFallback={o.iconFallbackText}>
        {content(o)}
      </WarningText>
    ),
  },
  {
    component: 'notification-banner',
    render: o => (
      <NotificationBanner
        classes={o.classes}
        attributes={o.attributes}
        type={o.type === 'success' ? 'success' : undefined}
        title={prefixed(o, 'title')}
        titleId={o.titleId}
        headingLevel={o.titleHeadingLevel}
        role={o.role}
        disableAutoFocus={bool(o.disableAutoFocus)}
      >
        {content(o)}
      </NotificationBanner>
    ),
  },
  {
    component: 'breadcrumbs',
    render: o => (
      <Breadcrumbs {...common(o)} items={o.items.map(link)} label={o.labelText} collapseOnMobile={o.collapseOnMobile} />
    ),
  },
  {
    component: 'back-link',
    render: o => (
      <BackLink {...common(o)} href={o.href}>
        {content(o)}
      </BackLink>
    ),
  },
  {
    component: 'skip-link',
    render: o => (
      <SkipLink {...common(o)} href={o.href}>
        {content(o)}
      </SkipLink>
    ),
  },
  {
    component: 'phase-banner',
    render: o => (
      <PhaseBanner {...common(o)} tag={content(o.tag ?? {})} tagClasses={o.tag?.classes}>
        {content(o)}
      </PhaseBanner>
    ),
  },
  {
    component: 'generic-header',
    render: o => (
      <GenericHeader
        {...common(o)}
        url={o.url}
        containerClasses={o.containerClasses}
        logo={content({ html: o.logoHtml, text: o.logoText })}
      />
    ),
  },
  {
    component: 'service-navigation',
    render: o => (
      <ServiceNavigation
        {...common(o)}
        items={o.navigation?.filter(Boolean).map((item: Options) => ({ ...item, text: content(item) }))}
        serviceName={o.serviceName}
        serviceUrl={o.serviceUrl}
        ariaLabel={o.ariaLabel}
        menuButtonText={o.menuButtonText}
        menuButtonLabel={o.menuButtonLabel}
        navigationLabel={o.navigationLabel}
        navigationId={o.navigationId}
        navigationClasses={o.navigationClasses}
        collapseNavigationOnMobile={o.collapseNavigationOnMobile}
        end={o.slots?.end && content({ html: o.slots.end.html ?? o.slots.end })}
        endInline={o.slots?.end?.align === 'inline'}
      />
    ),
    skip: { 'with slotted content': slot },
  },
  {
    component: 'footer',
    // Everything of the crown and of Crown copyright goes from the expected HTML; the rest must be the same.
    adjust: html =>
      html
        .replace(/<svg[^>]*class="govuk-footer__crown"[\s\S]*?<\/svg>/, '')
        .replace(/<svg[^>]*class="govuk-footer__licence-logo"[\s\S]*?<\/svg>/, '')
        .replace(/<span class="govuk-footer__licence-description">[\s\S]*?<\/span>/, '')
        .replace(/<div class="govuk-footer__meta-item">[\s\S]*?<\/div>/, ''),
    render: o => (
      <Footer
        {...common(o)}
        containerClasses={o.containerClasses}
        links={o.meta?.items ?? []}
        title={o.meta?.visuallyHiddenTitle}
      >
        {o.meta && content(o.meta)}
      </Footer>
    ),
    skip: {
      'with default width navigation (one column)': columns,
      'with default width navigation (two columns)': columns,
      'with navigation': columns,
      'Full GDS example': columns,
      'Three equal columns': columns,
      'with navigation item attributes': columns,
      'with empty meta': heading,
      'with empty meta items': heading,
    },
  },
]
