// Must parse and run on any Node that knows ES modules: no newer syntax here.
/** Exits with one sentence when Node is older than package.json asks for. */
export const checkNode = () => {
  const parts = process.versions.node.split('.').map(Number)
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return
  console.error(
    '当前 Node.js 版本是 ' +
      process.versions.node +
      '，本项目需要 20.19 或更新的版本，请到 https://nodejs.org 安装后重试。',
  )
  process.exit(1)
}
