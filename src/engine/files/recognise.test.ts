import { describe, expect, it } from 'vitest'
import { pdf, refusedFiles, takenFiles } from '../../../test/support/sampleFiles.ts'
import { Outcome } from '../outcome.ts'
import { fileKinds, largestFile } from './kinds.ts'
import { attachmentHeader, cleanName, downloadName, isMisnamed } from './names.ts'
import { recognise } from './recognise.ts'
import { takeIn, type Upload } from './takeIn.ts'

describe('what a file is', () => {
  it.each(takenFiles)('%s is taken', async (name, bytes, kind) => {
    expect(await recognise(name, bytes)).toEqual({ kind })
    expect(isMisnamed(name, kind as keyof typeof fileKinds)).toBe(false)
  })

  it('is said by its content and not by its name', async () => {
    for (const [, bytes, kind] of takenFiles.filter(([, , one]) => one !== 'csv'))
      expect(await recognise('holiday.bin', bytes), kind).toEqual({ kind })
  })

  it('is shown to be every kind of the list', () => {
    expect(new Set(takenFiles.map(([, , kind]) => kind))).toEqual(new Set(Object.keys(fileKinds)))
  })

  it.each(refusedFiles)('%s is refused in words (%#)', async (name, bytes, why) => {
    const answer = await recognise(name, bytes)
    expect(answer).toHaveProperty('refused')
    expect('refused' in answer && answer.refused).toContain(why)
  })
})

const refusal = async (upload: Upload | undefined): Promise<string> => {
  try {
    await takeIn(upload)
  } catch (error) {
    if (error instanceof Outcome) return error.problems.map(({ field, message }) => `${field}: ${message}`).join()
  }
  return 'taken'
}

describe('how much is taken', () => {
  const big = (size: number): Buffer => {
    const bytes = Buffer.alloc(size, ' ')
    pdf().copy(bytes)
    return bytes
  }

  it('is up to 25 MB and more than nothing', async () => {
    expect(await refusal({ name: 'scan.pdf', bytes: big(20_000_000) })).toBe('taken')
    expect(await refusal({ name: 'scan.pdf', bytes: big(largestFile) })).toBe('taken')
    expect(await refusal({ name: 'scan.pdf', bytes: big(largestFile + 1) })).toMatch(/^file: .*smaller than 25 MB/)
    expect(await refusal({ name: 'scan.pdf', bytes: Buffer.alloc(0), tooLarge: true })).toMatch(/smaller than 25 MB/)
    expect(await refusal({ name: 'scan.pdf', bytes: Buffer.alloc(0) })).toMatch(/^file: The file is empty/)
    expect(await refusal({ name: '', bytes: Buffer.alloc(0) })).toBe('file: Select a file')
    expect(await refusal(undefined)).toBe('file: Select a file')
  })
})

describe('a name', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\letter.pdf', 'letter.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\u0007\r\nc.pdf', 'abc.pdf'],
    ['no\u200Bwidth\uFEFF.pdf', 'nowidth.pdf'],
    ['  two   words .pdf ', 'two words .pdf'],
    ['...hidden', 'hidden'],
    ['\u202E', 'File without a name'],
    ['', 'File without a name'],
    ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('%j is kept as %j', (given, kept) => expect(cleanName(given)).toBe(kept))

  it('that says another kind gets the ending of the true one when it is downloaded', () => {
    expect(downloadName('photo.pdf', 'jpeg')).toBe('photo.pdf.jpg')
    expect(downloadName('photo.JPEG', 'jpeg')).toBe('photo.JPEG')
    expect(downloadName('photo', 'heic')).toBe('photo.heic')
  })

  it('stands in a header so that nothing in it can be misread', () => {
    expect(attachmentHeader('a"b;\\c.pdf')).toBe(`attachment; filename="a-b-c.pdf"; filename*=UTF-8''a%22b%3B%5Cc.pdf`)
    expect(attachmentHeader("Zoë's (1).pdf")).toBe(
      `attachment; filename="Zo-s-1-.pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%281%29.pdf`,
    )
  })
})
