/** In which the command speaks to people. */
export type Language = 'zh' | 'en';
