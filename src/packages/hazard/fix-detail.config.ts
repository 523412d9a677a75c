export default definePageConfig({ navigationBarTitleText: '整改隐患' })
