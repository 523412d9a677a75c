export default definePageConfig({ navigationBarTitleText: '写消息文本' })
