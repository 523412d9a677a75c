/** Bytes of a PNG as something that can be uploaded: an object URL. */
export const writeTemp = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/png' })))
