/** How far a long piece of work has come. */
export interface ProgressAt {
  readonly stage: string
  /** 0 to 1 of the whole. */
  readonly fraction: number
  /** Since it began. */
  readonly seconds: number
}

/** Where progress is shown: the terminal, or a file that takes lines. */
export interface ProgressOut {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

const width = 24

/** "[############            ]  50%  12 s  Writing invented contacts". */
export const progressLine = ({ stage, fraction, seconds }: ProgressAt): string => {
  const part = Math.min(1, Math.max(0, fraction))
  const filled = Math.round(part * width)
  const percent = `${Math.floor(part * 100)}%`.padStart(4)
  return `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${percent} ${String(Math.round(seconds)).padStart(3)} s  ${stage}`
}

/** A bar that redraws itself on a terminal; elsewhere a plain line for each tenth and each new stage. */
export const showProgress = (out: ProgressOut): ((at: ProgressAt) => void) => {
  let said = ''
  return at => {
    if (out.isTTY) {
      out.write(`\r\u001b[2K${progressLine(at)}${at.fraction >= 1 ? '\n' : ''}`)
      return
    }
    const step = `${at.stage} ${Math.floor(at.fraction * 10)}`
    if (step === said) return
    said = step
    out.write(`${progressLine(at)}\n`)
  }
}
