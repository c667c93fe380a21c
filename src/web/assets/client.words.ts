import { blamingIn } from '../../kit/blamingWords.ts'

/** Says beside a text, while it is written, which of its words may blame a child. Never stops anybody (MACE-6). */
export function watchWords(area: HTMLTextAreaElement): void {
  let note: HTMLElement | undefined
  area.addEventListener('input', () => {
    const found = blamingIn(area.value)
    const words = found
      .map(([said, instead]) => `“${said}” may blame the child. You could write: ${instead}.`)
      .join(' ')
    if (words === '' && !note) return
    if (!note) {
      note = document.createElement('p')
      note.className = 'govuk-hint canopy-words'
      note.setAttribute('role', 'status')
      area.after(note)
    }
    // The same words again would be read out again.
    if (note.textContent !== words) note.textContent = words
  })
}
