export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp'

const startsWith = (bytes: Uint8Array, magic: readonly number[], offset = 0) =>
  magic.every((byte, index) => bytes[offset + index] === byte)

const riff = [0x52, 0x49, 0x46, 0x46]
const webp = [0x57, 0x45, 0x42, 0x50]

/** What a picture really is by its first bytes, whatever its name says; null for anything else. */
export const mediaType = (bytes: Uint8Array): MediaType | null => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return startsWith(bytes, riff) && startsWith(bytes, webp, 8) ? 'image/webp' : null
}

/** File extension without a dot. */
export const mediaExtension = (type: MediaType): 'jpg' | 'png' | 'webp' =>
  type === 'image/jpeg' ? 'jpg' : type === 'image/png' ? 'png' : 'webp'
