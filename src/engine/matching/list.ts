/** A list of numbers that grows by doubling. */
export const createList = <T extends Uint8Array | Int32Array | Float64Array>(
  make: (size: number) => T,
  width: number,
) => {
  let held = make(1024 * width)
  let size = 0
  return {
    add: (values: ArrayLike<number>): void => {
      if (size + width > held.length) {
        const wider = make(held.length * 2)
        wider.set(held)
        held = wider
      }
      held.set(values, size)
      size += width
    },
    all: (): T => held.subarray(0, size) as T,
  }
}
