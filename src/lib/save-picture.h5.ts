import { openDocument } from './open-document.h5'

/** Keeps a picture from a temporary address: a browser downloads it. */
export const savePicture = (url: string, name: string): Promise<void> => openDocument(url, `${name}.png`)
