export default definePageConfig({ navigationBarTitleText: '邀请人员', enableShareAppMessage: true })
