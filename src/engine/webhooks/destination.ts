import { lookup as lookUp } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that belong to somebody's own house: a subscription must not make Canopy ask there on behalf of others. */
const house = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  house.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  house.addSubnet(network, bits, 'ipv6')

const isLoopbackAddress = (address: string): boolean => address === '::1' || /^127\./.test(address)
const isLoopbackName = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host)

/** Whether Canopy may connect to a numbered address, asked for under this name. */
const isAllowed = (host: string, address: string, privateToo: boolean): boolean => {
  if (isLoopbackName(host)) return isLoopbackAddress(address)
  if (isLoopbackAddress(address)) return false
  return privateToo || !house.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

/** What is wrong with the address of a subscription; nothing when it may be one. What its name stands for is asked when it is sent. */
export const addressProblem = (text: string, privateToo: boolean): string | undefined => {
  if (text.trim() === '') return 'Enter the address that is told'
  if (text.length > 500 || !URL.canParse(text)) return 'Enter an address like https://example.org/canopy'
  const { protocol, hostname, username, password, hash } = new URL(text)
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopbackName(hostname)))
    return 'The address must begin with https://'
  if (username !== '' || password !== '') return 'Leave the user name and the password out of the address'
  if (hash !== '') return 'Leave out what stands after # in the address'
  return isIP(bare(hostname)) !== 0 && !isAllowed(hostname, bare(hostname), privateToo)
    ? 'The address is of a private network, where Canopy sends nothing'
    : undefined
}

/** An address that stands for a network where nothing is sent. */
export class RefusedAddress extends Error {}

/**
 * Looks a name up and refuses what it may not stand for. Asked by the connection itself: a name that was checked before could
 * stand for something else by then.
 */
export const lookupWithin =
  (privateToo: boolean): LookupFunction =>
  (host, options, callback) =>
    lookUp(host, { ...options, all: true }, (error, found) => {
      const refused = found?.some(({ address }) => !isAllowed(host, address, privateToo))
      const [first] = found ?? []
      if (error || refused || !first) callback(error ?? new RefusedAddress(), '', 4)
      else if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    })
