import { deflateSync } from 'node:zlib'
import { type Entry, zipOf } from './zip.ts'

/** The smallest files that are what they say, by their first bytes. */

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const boxed = (brand: string): Buffer => Buffer.concat([hex('00000018'), Buffer.from(`ftyp${brand}`), Buffer.alloc(16)])
const riff = (kind: string): Buffer =>
  Buffer.concat([Buffer.from('RIFF'), hex('24000000'), Buffer.from(kind), Buffer.alloc(24)])

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crcOf(body))
  return Buffer.concat([size, body, sum])
}

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A picture of some points, whole enough for a browser. */
export const png = (side = 8, shade = 120): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([hex('00'), Buffer.alloc(side, shade)])))
  return Buffer.concat([
    hex('89504e470d0a1a0a'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const types = { name: '[Content_Types].xml', text: '<Types/>' }
export const office = (main: string, ...more: readonly Entry[]): Buffer =>
  zipOf(types, { name: main, text: '<document/>' }, ...more)
const openDocument = (kind: string): Buffer =>
  zipOf(
    { name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', text: '<office/>' },
  )
const compound = (...names: readonly string[]): Buffer =>
  Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(504), ...names.map(name => Buffer.from(name, 'utf16le'))])

export const pdf = (text = 'A letter'): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)
const mail = 'From: school@example.org\r\nTo: front.door@example.org\r\nSubject: A worry\r\n\r\nGood morning.\r\n'

/** What is taken, with the kind it is kept as. */
export const takenFiles: readonly (readonly [name: string, bytes: Buffer, kind: string])[] = [
  ['letter.pdf', pdf(), 'pdf'],
  ['photo.jpg', hex('ffd8ffe000104a46494600010100000100010000ffd9'), 'jpeg'],
  ['photo.png', png(), 'png'],
  ['photo.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'gif'],
  ['photo.webp', riff('WEBPVP8 '), 'webp'],
  ['IMG_0042.heic', boxed('heic'), 'heic'],
  ['IMG_0043.heif', boxed('mif1'), 'heic'],
  ['letter.docx', office('word/document.xml'), 'docx'],
  ['list.xlsx', office('xl/workbook.xml'), 'xlsx'],
  ['talk.pptx', office('ppt/presentation.xml'), 'pptx'],
  ['letter.odt', openDocument('text'), 'odt'],
  ['list.ods', openDocument('spreadsheet'), 'ods'],
  ['letter.rtf', Buffer.from('{\\rtf1\\ansi A letter}'), 'rtf'],
  ['notes.txt', Buffer.from('Seen at the gate, with a café nearby\n'), 'txt'],
  ['old notes.txt', Buffer.from('The caf\xe9 \x93near by\x94\r\n', 'latin1'), 'txt'],
  ['list.csv', Buffer.from('name,day\nA,Monday\n'), 'csv'],
  ['message.msg', compound('Root Entry', '__properties_version1.0'), 'msg'],
  ['message.eml', Buffer.from(mail), 'eml'],
  ['call.mp3', hex('fffb9064000000000000000000000000'), 'mp3'],
  ['tagged.mp3', Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x01\0', 'latin1'), Buffer.alloc(40)]), 'mp3'],
  ['call.m4a', boxed('M4A '), 'm4a'],
  ['call.wav', riff('WAVEfmt '), 'wav'],
  ['door.mp4', boxed('isom'), 'mp4'],
  ['door.mov', boxed('qt  '), 'mov'],
]

const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])

/** What is refused, with words of the reason. */
export const refusedFiles: readonly (readonly [name: string, bytes: Buffer, why: string])[] = [
  ['setup.exe', program, 'program'],
  ['photo.jpg', program, 'program'],
  ['letter.pdf', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(60)]), 'program'],
  ['notes.txt', Buffer.from('#!/bin/sh\nrm -rf ~\n'), 'program'],
  ['start.bat', Buffer.from('del *.*\r\n'), 'program'],
  ['invoice.js', Buffer.from('new ActiveXObject("WScript.Shell")\n'), 'program'],
  ['page.html', Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>'), 'web page'],
  ['page.txt', Buffer.from('\n  <html><script>alert(1)</script></html>'), 'web page'],
  ['photo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'web page'],
  ['drawing.svg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'web page'],
  ['all.zip', zipOf({ name: 'letter.pdf' }), 'archive'],
  ['letter.docx', zipOf({ name: 'setup.exe' }), 'archive'],
  ['all.rar', Buffer.concat([Buffer.from('Rar!\x1a\x07\0', 'latin1'), Buffer.alloc(20)]), 'archive'],
  ['all.7z', Buffer.concat([hex('377abcaf271c0004'), Buffer.alloc(30)]), 'archive'],
  ['all.gz', hex('1f8b0800000000000003'), 'archive'],
  ['letter.docm', office('word/document.xml', { name: 'word/vbaProject.bin' }), 'macros'],
  ['letter.docx', office('word/document.xml', { name: 'word/vbaProject.bin' }), 'macros'],
  ['list.xlsx', office('xl/workbook.xml', { name: 'xl/macrosheets/sheet1.xml' }), 'macros'],
  ['letter.docx', office('word/document.xml', { name: 'word/media/a.png', encrypted: true }), 'password'],
  ['letter.docx', compound('EncryptedPackage'), 'password'],
  ['letter.doc', compound('WordDocument'), 'old Office'],
  ['letter.docx', office('word/document.xml', { name: 'word/media/a.xml', says: 250_000_000 }), 'unpacks to far more'],
  ['small.docx', office('word/document.xml', { name: 'word/media/a.xml', says: 150_000 }), 'unpacks to far more'],
  ['cut.docx', office('word/document.xml').subarray(0, 60), 'damaged'],
  ['what.bin', hex('0001020304050607ffee00'), 'does not know'],
  ['notes.txt', Buffer.from('half\0a text'), 'does not know'],
]
