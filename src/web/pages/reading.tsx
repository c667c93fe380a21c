import type { VNode } from 'preact'
import { Page } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Visit, Web } from '../web.ts'

/** Pages that hold no records: help and the accessibility statement. Open to everybody. */
const pages = {
  '/help': {
    title: 'Help',
    body: (
      <>
        <h1 class="govuk-heading-l">Help</h1>
        <h2 class="govuk-heading-m" id="urgent">
          If a child is in danger now
        </h2>
        <p class="govuk-body">Call 999. Do not wait for a form, a check or an answer in Canopy.</p>
        <h2 class="govuk-heading-m" id="my-work">
          My work and worklists
        </h2>
        <p class="govuk-body">
          My work holds everything that waits for you, the most urgent first. A worklist holds one kind of record. Its
          filters are in the address of the page, so you can keep the address or send it to a colleague, who sees what
          their own role allows.
        </p>
        <h2 class="govuk-heading-m" id="typing">
          What you type is kept
        </h2>
        <p class="govuk-body">
          While you type, Canopy keeps a draft every few seconds, right or wrong. If your connection fails or you are
          signed out, sign in again and open the draft from My work. A draft becomes part of a record only when you
          press the button that says so.
        </p>
        <h2 class="govuk-heading-m" id="two-people">
          When two people change one record
        </h2>
        <p class="govuk-body">
          Nothing is overwritten. The second person sees both texts side by side and chooses what to do.
        </p>
        <h2 class="govuk-heading-m" id="due">
          What is due
        </h2>
        <p class="govuk-body">
          Due times count working days in England. On each record, “What is due, and why” names the law or says that the
          limit is local policy.
        </p>
        <h2 class="govuk-heading-m" id="figures">
          Figures
        </h2>
        <p class="govuk-body">
          Every figure is counted from records at the moment named beside it. If you may see the cases, the figure opens
          to them. If not, numbers from 1 to 5 are shown as [c].
        </p>
      </>
    ),
  },
  '/accessibility': {
    title: 'Accessibility statement',
    body: (
      <>
        <h1 class="govuk-heading-l">Accessibility statement</h1>
        <p class="govuk-body">
          Canopy is made so that as many people as possible can use it: with the keyboard alone, with a screen reader,
          with speech, on a telephone, magnified four times, and with scripts switched off.
        </p>
        <h2 class="govuk-heading-m">How it is checked</h2>
        <p class="govuk-body">
          Every kind of page is checked automatically against the Web Content Accessibility Guidelines version 2.2,
          levels A and AA, also in its error states. Automatic checks find about a third of what can be wrong; this
          partnership has not yet had Canopy tested by people who use assistive technology.
        </p>
        <h2 class="govuk-heading-m">Tell us</h2>
        <p class="govuk-body">
          If something does not work for you, tell the business unit of the partnership. Say what you were doing and
          which page you were on. Do not write anything about a child.
        </p>
      </>
    ),
  },
} as const

export const readingPaths = Object.keys(pages) as readonly (keyof typeof pages)[]

export const readingPage = (web: Web, visit: Visit | null, path: keyof typeof pages): VNode => {
  const { title, body } = pages[path]
  if (visit) return frame(web, visit, { title, children: body })
  return (
    <Page title={title} partnership={web.partnership} assets={web.assets} demo={web.demo}>
      {body}
    </Page>
  )
}
