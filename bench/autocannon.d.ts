// The part of autocannon the benches use; the package brings no types.
declare module 'autocannon' {
  interface Client {
    setHeaders(headers: Readonly<Record<string, string>>): void
  }
  interface Result {
    /** Seconds. */
    readonly duration: number
    readonly errors: number
  }
  interface Run extends Promise<Result> {
    on(event: 'response', heard: (client: Client, status: number, bytes: number, ms: number) => void): void
  }
  export default function autocannon(options: {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly setupClient: (client: Client) => void
  }): Run
}
