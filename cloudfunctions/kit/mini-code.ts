import { AppError } from 'types/app-error'
import { toScene, type Scene } from 'types/ids'
import { platform } from './cloud'

const versions: Readonly<Record<string, string>> = { developer: 'develop', trial: 'trial', formal: 'release' }

/** Which version of the mini program a code opens: MINIPROGRAM_STATE is developer, trial or formal (as left out). */
export const wxaVersion = (): string => versions[process.env.MINIPROGRAM_STATE ?? ''] ?? 'release'

const landingPage = 'pages/scan/index'

/** Pixels across: for a screen, and for a poster, where 1280 (the most WeChat draws) are 15 cm at 216 dpi. */
export const codeWidths = { screen: 430, poster: 1280 } as const

/** WeChat's picture of a code that leads to the scan page with this scene. */
export const drawMiniCode = async (
  scene: Scene,
  envVersion = wxaVersion(),
  width: number = codeWidths.screen,
): Promise<Buffer> => {
  try {
    // Without a published version WeChat knows no page: the check would refuse every code before the first release.
    const data = { scene: toScene(scene), page: landingPage, checkPath: false, envVersion, width }
    return (await platform.openapi.wxacode.getUnlimited(data)).buffer
  } catch {
    throw new AppError('SERVICE_BUSY', { message: '微信暂时没有生成小程序码，请稍后再试。' })
  }
}
