/** `青泽市总工会` → `青泽市应急管理局`: what it is called in most places, to be corrected where it is not. */
export const regulatorNameOf = (union: string): string => `${union.replace(/(总工会|联合工会|工会)$/, '')}应急管理局`
