const signatureLength = 8
const frameLength = 12

/** Chunks a picture needs to look the same; texts, times, EXIF and private chunks are not among them. */
const keptChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'],
  ...['acTL', 'fcTL', 'fdAT'],
])

/** The PNG without texts, EXIF, times and what hangs behind its end; null when broken. */
export const stripPng = (file: Buffer): Buffer | null => {
  const parts = [file.subarray(0, signatureLength)]
  for (let at = signatureLength; at + frameLength <= file.length;) {
    const end = at + frameLength + file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    if (end > file.length) return null
    if (keptChunks.has(name)) parts.push(file.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(parts)
    at = end
  }
  return null
}
