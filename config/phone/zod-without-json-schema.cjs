// Stands for zod's JSON Schema converter and its code generator (60 KB): the phone validates and does nothing else.
const refuse = () => {
  throw new Error('手机端的 zod 不含 JSON Schema 转换与代码生成，构建时已去掉。')
}

// The create… functions run when a schema's `~standard` is read; only what they answer would convert.
const standIn = (_, key) => {
  if (key === '__esModule') return true
  return typeof key === 'string' && key.startsWith('create') ? () => refuse : refuse
}

module.exports = new Proxy({}, { get: standIn })
