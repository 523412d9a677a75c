import { mediaExtension, mediaType } from '../../../cloudfunctions/kit/media-type'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  [bytes('\xff\xd8\xff\xe0rest'), 'image/jpeg', 'jpg'],
  [bytes('\x89PNG\r\n\x1a\nrest'), 'image/png', 'png'],
  [bytes('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp', 'webp'],
] as const)('%p is told by its first bytes', (file, type, extension) => {
  expect(mediaType(file)).toBe(type)
  expect(mediaExtension(type)).toBe(extension)
})

test.each([
  '',
  '\xff\xd8',
  'GIF89a',
  '\x89PNG\r\n',
  'RIFF\x10\0\0\0WAVEfmt ',
  '<svg xmlns=',
  'PK\x03\x04',
  '%PDF-1.7',
  'MZ',
])('%p is none of the three', (text) => expect(mediaType(bytes(text))).toBeNull())
