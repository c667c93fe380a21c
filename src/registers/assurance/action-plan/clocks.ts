export const clocks = []
