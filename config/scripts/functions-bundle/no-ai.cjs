exports.createAI = () => {
  throw new Error('云函数包不含 AI 客户端（cloud.ai）：本项目不使用，构建时已去掉。')
}
