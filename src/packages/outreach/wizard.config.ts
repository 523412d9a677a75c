export default definePageConfig({ navigationBarTitleText: '上手清单', enableShareAppMessage: true })
