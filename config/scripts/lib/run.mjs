import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** Runs a program to its end → `{ code, output }`; output holds stdout and stderr as they came. */
export const run = (program, args, { env = {}, cwd = root, onStart } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    onStart?.(child)
    let output = ''
    const take = (chunk) => (output += chunk)
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })

/** Runs a program on this terminal → exit code; SIGINT and SIGTERM are handed on to it. */
export const runAttached = (program, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio })
    const handOn = (signal) => () => child.kill(signal)
    const handlers = ['SIGINT', 'SIGTERM'].map((signal) => [signal, handOn(signal)])
    for (const [signal, handler] of handlers) process.on(signal, handler)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })

/** `node script …` on this terminal. */
export const runNode = (script, args = [], options = {}) => runAttached(process.execPath, [script, ...args], options)
