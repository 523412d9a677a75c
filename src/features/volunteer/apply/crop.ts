import { photoShape } from 'types/volunteer-papers'
import type { Box } from '@/lib/redact-shapes'

type Size = { width: number; height: number }
/** Which part of a picture the form takes: 1 is as much as fits, 3 a third of it; the middle as shares 0…1. */
export type Crop = { zoom: number; x: number; y: number }

export const wholeCrop: Crop = { zoom: 1, x: 0.5, y: 0.5 }
export const mostZoom = 4
/** Pixels of the picture that is kept: sharp at 25 × 35 mm. */
export const croppedSize = { width: 500, height: 700 } as const

const shape = photoShape.width / photoShape.height
const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** Shares of the picture's width and height that the frame covers. */
const frameOf = ({ width, height }: Size, zoom: number) => {
  const wide = width / height > shape
  const frame = wide ? { width: (height * shape) / width, height: 1 } : { width: 1, height: width / shape / height }
  return { width: frame.width / zoom, height: frame.height / zoom }
}

/** The crop with its frame inside the picture and its zoom within bounds. */
export const settle = (size: Size, { zoom, x, y }: Crop): Crop => {
  const kept = between(zoom, 1, mostZoom)
  const frame = frameOf(size, kept)
  return {
    zoom: kept,
    x: between(x, frame.width / 2, 1 - frame.width / 2),
    y: between(y, frame.height / 2, 1 - frame.height / 2),
  }
}

/** The part that is kept, as shares of the picture. */
export const cropBox = (size: Size, crop: Crop): Box => {
  const { zoom, x, y } = settle(size, crop)
  const frame = frameOf(size, zoom)
  return { x: x - frame.width / 2, y: y - frame.height / 2, ...frame }
}

/** A finger moved by these shares of the frame: the picture follows it. */
export const dragged = (size: Size, crop: Crop, byX: number, byY: number): Crop => {
  const frame = frameOf(size, crop.zoom)
  return settle(size, { ...crop, x: crop.x - byX * frame.width, y: crop.y - byY * frame.height })
}

/** Where the picture lies behind the frame, in percent of the frame. */
export const pictureStyle = (size: Size, crop: Crop) => {
  const box = cropBox(size, crop)
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`
  return {
    ...{ width: percent(1 / box.width), height: percent(1 / box.height) },
    ...{ left: percent(-box.x / box.width), top: percent(-box.y / box.height) },
  }
}
