/** govuk-frontend ships no types; this is all of it that we use. */
declare module 'govuk-frontend/dist/govuk/init.mjs' {
  export function createAll(component: object, config?: object): unknown[]
}
declare module 'govuk-frontend/dist/govuk/components/button/button.mjs' {
  export const Button: object
}
declare module 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs' {
  export const CharacterCount: object
}
declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' {
  export const ErrorSummary: object
}
declare module 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs' {
  export const NotificationBanner: object
}
declare module 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs' {
  export const ServiceNavigation: object
}
declare module 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs' {
  export const SkipLink: object
}
