import { createHash } from 'node:crypto'
import type { Clock } from '../clock/open-clock'
import type { CloudManifest } from '../manifest/cloud-manifest'
import type { PlatformStore } from '../state/open-platform-store'
import type { OpenApiParams, OpenApiReply } from './openapi-codec'
import { matrixOfPng, matrixOfText } from './qr-matrix'
import { qrPng } from './qr-png'
import { wxError } from './wx-error'

type Code = { page: string; scene: string; width: number; at: string }

/** Where a scanned code leads; as in WeChat the scene arrives percent-encoded. */
export type Scan = { path: string; query: { scene: string } }

export type Codes = {
  /** wxacode.getUnlimited */
  getUnlimited: (params: OpenApiParams) => OpenApiReply
  /** A code handed out before, by scene and page (the latest with that scene when no page is given). */
  png: (scene: string, page?: string) => Buffer | undefined
  scanScene: (scene: string) => Scan | undefined
  scanPng: (png: Buffer) => Scan | undefined
}

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const VERSIONS = ['release', 'trial', 'develop']
const DEFAULT_WIDTH = 430

const digest = (text: string): string => createHash('sha1').update(text).digest('hex')
const scanOf = ({ page, scene }: Code): Scan => ({ path: page, query: { scene: encodeURIComponent(scene) } })

const checkedWidth = (width: unknown = DEFAULT_WIDTH): number => {
  if (typeof width !== 'number' || width < 280 || width > 1280) throw wxError(40097, 'invalid args: width')
  return Math.floor(width)
}

export const openCodes = (store: PlatformStore, clock: Clock, manifest: CloudManifest): Codes => {
  const content = ({ page, scene }: Code): string =>
    `weixin://local/${manifest.appId}/${page}?scene=${encodeURIComponent(scene)}`
  const byMatrix = (matrix: string): string => `code/matrix/${digest(matrix)}`
  const byScene = (scene: string, page?: string): string =>
    page === undefined ? `code/scene/${scene}` : `code/page/${page}?${scene}`
  const checked = (params: OpenApiParams): Code => {
    const { scene, page = manifest.pages[0], check_path: checkPath = true, env_version: version = 'release' } = params
    if (typeof scene !== 'string' || !SCENE.test(scene)) throw wxError(40129, 'invalid scene')
    if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) throw wxError(41030, 'invalid page')
    if (checkPath !== false && !manifest.pages.includes(page)) throw wxError(41030, 'invalid page')
    if (!VERSIONS.includes(String(version))) throw wxError(40097, 'invalid args: env_version')
    return { scene, page, width: checkedWidth(params.width), at: new Date(clock.now()).toISOString() }
  }
  return {
    getUnlimited: (params) => {
      const code = checked(params)
      store.set(byScene(code.scene), code)
      store.set(byScene(code.scene, code.page), code)
      const matrix = matrixOfText(content(code))
      store.set(byMatrix(matrix), code)
      return { kind: 'binary', content: qrPng(matrix, code.width), contentType: 'image/png' }
    },
    png: (scene, page) => {
      const code = store.get<Code>(byScene(scene, page))
      return code && qrPng(matrixOfText(content(code)), code.width)
    },
    scanScene: (scene) => {
      const code = store.get<Code>(byScene(scene))
      return code && scanOf(code)
    },
    scanPng: (bytes) => {
      const matrix = matrixOfPng(bytes)
      const code = matrix === undefined ? undefined : store.get<Code>(byMatrix(matrix))
      return code && scanOf(code)
    },
  }
}
