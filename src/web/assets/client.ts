/// <reference lib="dom.iterable" />
/**
 * Everything the browser runs. Nothing here is needed to do one's work: forms, filters and lists are plain HTML, and
 * nothing is kept in the browser's storage.
 */
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import { autosave } from './client.autosave.ts'
import { follow, liveAdd } from './client.live.ts'
import { watchSession } from './client.session.ts'
import { watchWords } from './client.words.ts'

/** A problem of a whole date links to its group, which cannot take the focus; its first box can. */
function aimAtControls(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target || target.matches('input, select, textarea, button, a')) continue
    const first = target.querySelector<HTMLElement>('input, select, textarea')
    if (first?.id) link.hash = first.id
  }
}

/** Leaves questions without an answer out of the address of a filtered list. */
function shortenFilterAddresses(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.canopy-filter__form')) {
    form.addEventListener('formdata', event => {
      for (const [name, value] of [...event.formData.entries()]) if (value === '') event.formData.delete(name)
    })
  }
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
aimAtControls()
shortenFilterAddresses()
for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink]) {
  createAll(component)
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-add]')) liveAdd(form)
for (const view of document.querySelectorAll<HTMLElement>('[data-live]')) void follow(view)
for (const area of document.querySelectorAll('textarea')) watchWords(area)
const drafts = [...document.querySelectorAll<HTMLFormElement>('form[data-autosave]')].map(autosave)
watchSession(drafts.length > 0, async () => {
  await Promise.all(drafts.map(draft => draft.flush()))
})
