/** Who acts: always taken from the session, never from a request body. */
export interface Actor {
  readonly accountId: string
  readonly name: string
  readonly postId: string | null
  readonly role: string
  readonly agencyId: string | null
  readonly agencyName: string
  readonly teamId: string | null
  readonly teamName: string
  /** Of another system: what its token reaches of what its role may do. Absent for people, who may do all of it. */
  readonly scopes?: readonly string[]
}

/** The application between two people's deeds: sign-in, links, jobs. Keeps the account on whose deed it follows. */
export const system = (onBehalfOf?: Actor): Actor => ({
  accountId: onBehalfOf?.accountId ?? '00000000-0000-0000-0000-000000000000',
  name: 'Canopy',
  postId: null,
  role: 'system',
  agencyId: onBehalfOf?.agencyId ?? null,
  agencyName: '',
  teamId: onBehalfOf?.teamId ?? null,
  teamName: '',
})
