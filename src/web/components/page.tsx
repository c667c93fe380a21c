import type { VNode } from 'preact'
import type { InputSpec, Problem } from '../../declare/input.ts'
import { TimeoutDialog } from './case.tsx'
import { type Content, cx, has } from './common.ts'
import { CsrfField } from './form.tsx'
import { anchorOf } from './input.tsx'
import { renderInPieces } from './kept.tsx'
import { ErrorSummary, PhaseBanner } from './messages.tsx'
import { BackLink, Footer, GenericHeader, type NavigationItem, ServiceNavigation, SkipLink } from './navigation.tsx'

export interface PageProps {
  /** The h1 in words. Goes into the browser's history: never a name, a date of birth or an address. */
  title: string
  /** The part of the product: "Front door". */
  section?: string | undefined
  /** Whose system it is: "Sandmere Safeguarding Children Partnership". */
  partnership: string
  assets: { cssPath: string; jsPath: string; iconPath?: string | undefined }
  signedIn?:
    | {
        name: string
        role: string
        signOutPath?: string | undefined
        /** Other posts the person holds, to go on in. */
        posts?: readonly { id: string; words: string }[] | undefined
      }
    | undefined
  navigation?: readonly NavigationItem[] | undefined
  /** What is wrong with the form on this page; shown at the top and told in the title. */
  problems?: readonly Problem[] | undefined
  /** The page's questions, so that a link of the summary reaches the first box of a date. */
  questions?: readonly InputSpec[] | undefined
  /** Where a problem is put right, when that is not on this page. */
  problemHref?: ((problem: Problem) => string | undefined) | undefined
  csrf?: string | undefined
  /** The address itself is a secret: it is told to no other page, not even of our own. */
  secretAddress?: boolean | undefined
  back?: { href: string; text?: string | undefined } | undefined
  demo?: boolean | undefined
  /** Seconds until the session ends; starts the warning. */
  sessionExpires?: number | undefined
  /** Where to sign in again; the script adds the present address as `return`. */
  signInPath?: string | undefined
  /** Printed at the head of each sheet. */
  reference?: string | undefined
  /** "Printed by Dev Shah on 3 November 2026, 11:00am": the time the page was made. */
  printed?: { by: string; at: string } | undefined
  /** Paragraph of the help about this page. */
  helpPath?: string | undefined
  /** Worklists use the whole width. */
  wide?: boolean | undefined
  /** Between navigation and content: identity bar, sub navigation. */
  above?: Content
  /** Has the page's one h1. */
  children: Content
}

export const productName = 'Canopy'

function SignedIn(props: { who: NonNullable<PageProps['signedIn']>; csrf: string | undefined }) {
  const { name, role, signOutPath = '/sign-out', posts = [] } = props.who
  return (
    <div class="canopy-signed-in">
      <p class="canopy-signed-in__who">
        <span class="govuk-visually-hidden">Signed in as </span>
        <strong>{name}</strong>, {role}
      </p>
      {posts.length > 0 && (
        <form method="post" action="/post" class="canopy-signed-in__form">
          <CsrfField token={props.csrf} />
          {posts.map(post => (
            <button type="submit" name="post" value={post.id} class="canopy-link-button">
              Work as {post.words}
            </button>
          ))}
        </form>
      )}
      <form method="post" action={signOutPath} class="canopy-signed-in__form">
        <CsrfField token={props.csrf} />
        <button type="submit" class="canopy-link-button">
          Sign out
        </button>
      </form>
    </div>
  )
}

function Head(props: PageProps) {
  const { assets, csrf } = props
  const wrong = (props.problems?.length ?? 0) > 0
  const title = [props.title, props.section, productName].filter(Boolean).join(' – ')
  return (
    <head>
      <meta charset="utf-8" />
      <title>{wrong ? `Error: ${title}` : title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#1f3a36" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content={props.secretAddress ? 'no-referrer' : 'same-origin'} />
      {csrf && <meta name="canopy-csrf" content={csrf} />}
      {props.signedIn && props.sessionExpires !== undefined && (
        <meta name="canopy-session-expires" content={String(props.sessionExpires)} />
      )}
      <meta name="canopy-sign-in" content={props.signInPath ?? '/sign-in'} />
      {assets.iconPath && <link rel="icon" href={assets.iconPath} type="image/svg+xml" />}
      <link rel="stylesheet" href={assets.cssPath} />
      <script type="module" src={assets.jsPath} />
    </head>
  )
}

/** A whole document. */
export function Page(props: PageProps) {
  const { problems = [], questions, signedIn, csrf } = props
  const hrefOf = (problem: Problem) => props.problemHref?.(problem) ?? anchorOf(problem, questions)
  const width = cx('govuk-width-container', props.wide && 'canopy-width--wide')
  return (
    <html lang="en" class="govuk-template">
      <Head {...props} />
      <body class={cx('govuk-template__body', props.wide && 'canopy-wide')}>
        <SkipLink href="#main-content" />
        <div class="canopy-print-head" aria-hidden="true">
          <p>
            {productName} – {props.partnership}
            {props.reference && <strong> {props.reference}</strong>}
          </p>
        </div>
        <header class="canopy-top">
          <GenericHeader
            url="/"
            containerClasses={width}
            logo={
              <>
                <span class="canopy-logo">{productName}</span>
                <span class="canopy-logo__partnership">{props.partnership}</span>
              </>
            }
          />
          {(signedIn || (props.navigation?.length ?? 0) > 0) && (
            <ServiceNavigation
              ariaLabel="Sections and account"
              navigationLabel="Sections"
              items={props.navigation ?? []}
              end={signedIn && <SignedIn who={signedIn} csrf={csrf} />}
              endInline={true}
            />
          )}
          {props.demo && (
            <PhaseBanner tag="Demonstration" tagClasses="govuk-tag--yellow">
              <span class="govuk-visually-hidden">: </span>Invented people only. Do not type anything about a real
              person.
            </PhaseBanner>
          )}
        </header>
        <div class={cx(width, 'canopy-body')}>
          {props.back && (
            <nav aria-label="Back">
              <BackLink href={props.back.href}>{props.back.text ?? 'Back'}</BackLink>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            {problems.length > 0 && (
              <ErrorSummary items={problems.map(problem => ({ text: problem.message, href: hrefOf(problem) }))} />
            )}
            {props.above}
            {props.children}
          </main>
          {props.printed && (
            <p class="canopy-printed">
              Printed by {props.printed.by} on {props.printed.at}
            </p>
          )}
        </div>
        <footer>
          <Footer
            containerClasses={props.wide ? 'canopy-width--wide' : undefined}
            links={[
              { text: 'Help', href: props.helpPath ?? '/help' },
              { text: 'Accessibility', href: '/accessibility' },
            ]}
          >
            {has(props.partnership) && props.partnership}
          </Footer>
        </footer>
        {signedIn && props.sessionExpires !== undefined && <TimeoutDialog csrf={csrf} />}
      </body>
    </html>
  )
}

/** The document as text in pieces, ready to send one after the other. */
export function renderPage(page: VNode): readonly string[] {
  return ['<!DOCTYPE html>\n', ...renderInPieces(page)]
}
