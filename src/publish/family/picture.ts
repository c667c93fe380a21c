// The door to the pictures of a family.
export { ecomap } from './ecomap.tsx'
export { standalone } from './frame.tsx'
export { genogram } from './genogram.tsx'
export type * from './input.ts'
export { nodeTable, relationshipTable } from './list.tsx'
export { peerMap } from './peerMap.tsx'
