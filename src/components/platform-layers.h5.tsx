import { PersonaSwitcher } from './persona-switcher.h5'
import { ScanSheet } from './scan-sheet.h5'
import { SubscribeSheet } from './subscribe-sheet.h5'

/** What WeChat would show over the page, and who this window plays. */
export const PlatformLayers = () => (
  <>
    <SubscribeSheet />
    <ScanSheet />
    <PersonaSwitcher />
  </>
)
