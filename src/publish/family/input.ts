export type * from '../../engine/people/picture.ts'
