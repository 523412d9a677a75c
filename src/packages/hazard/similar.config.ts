export default definePageConfig({ navigationBarTitleText: '很像的隐患' })
