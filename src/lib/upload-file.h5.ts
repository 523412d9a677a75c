import * as z from 'types/zod'
import { AppError } from 'types/app-error'
import { localCloud } from './local-cloud.h5'
import { transportFailure } from './transport-failure'

const Uploaded = z.object({ fileID: z.string() })

/**
 * Puts a local file (an object URL) into the local cloud's storage and answers its file id; the same cloud path again
 * replaces the same file.
 * Errors: NETWORK.
 */
export const uploadFile = async (filePath: string, cloudPath: string): Promise<string> => {
  try {
    const body = await fetch(filePath).then((file) => file.blob())
    const response = await localCloud(`/upload?path=${encodeURIComponent(cloudPath)}`, { method: 'POST', body })
    if (!response.ok) throw new AppError('NETWORK', { reason: `upload answered ${response.status}` })
    return Uploaded.parse(await response.json()).fileID
  } catch (failure) {
    throw transportFailure(failure)
  }
}
