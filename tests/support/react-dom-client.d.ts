// The part of react-dom the tests use; its types are not installed.
declare module 'react-dom/client' {
  import type { ReactNode } from 'react'

  type Root = { render: (content: ReactNode) => void; unmount: () => void }
  export const createRoot: (host: Element) => Root
}
