declare module 'pngjs' {
  export type Picture = { width: number; height: number; data: Buffer }
  export const PNG: {
    new (options: { width: number; height: number }): Picture
    sync: { read: (file: Buffer) => Picture; write: (picture: Picture) => Buffer }
  }
}
