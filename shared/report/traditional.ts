/**
 * The traditional characters of the official form, its headings and the words around its numbers, each with its
 * simplified form. Not a converter of Chinese: only what labels and counted things are written with.
 */
const PAIRS =
  '條条項项規规範范檔档製制開开關关數数對对總总額额處处罰罚強强業业務务許许購购採采費费減减報报請请辦办結结轉转屬属國国機机構构聯联與与為为應应該该資资訴诉訟讼復复複复議议維维糾纠審审經经後后計计現现廢废發发佈布體体類类內内過过執执據据監监組组織织團团義义個个無无補补確确訪访舉举當当繳缴納纳單单萬万號号問问題题進进況况並并係系於于學学權权護护穩稳財财產产營营電电網网頁页際际門门間间陳陈達达運运適适選选遺遗還还連连週周車车軍军農农邊边鄉乡鎮镇縣县區区灣湾廣广東东蘇苏漢汉滬沪濟济龍龙島岛嶺岭鄧邓顧顾衛卫環环態态員员負负責责質质貿贸貨货買买賣卖實实寫写導导將将專专尋寻層层幹干歲岁歷历歸归殘残決决沒没測测準准災灾點点熱热獨独獲获畫画異异療疗癥症盡尽種种稅税積积競竞筆笔簡简籌筹級级約约統统給给絕绝綠绿線线編编緊紧緩缓縮缩績绩繼继續续職职聽听膠胶臨临舊旧蓋盖術术裝装見见視视覽览覺觉觀观訂订訊讯記记設设評评詢询試试話话詳详誤误說说調调談谈論论諮咨謀谋證证識识譯译讀读變变讓让貧贫賠赔賦赋趨趋軌轨輔辅輸输辭辞這这違违遞递遲迟郵邮釋释銷销錄录鐵铁閉闭閱阅隊队階阶隨随險险雙双雜杂離离難难響响領领頭头顯显飛飞養养驗验驟骤黨党齊齐';

/** By UTF-16 code: the simplified character's code, 0 for all others. A table, since every character passes here. */
export const SIMPLIFIED: Uint16Array = (() => {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i + 1 < PAIRS.length; i += 2) table[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1);
  return table;
})();

/** The text with the form's traditional characters made simplified, one for one: positions stay. */
export const simplify = (text: string): string => {
  let result = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = SIMPLIFIED[text.charCodeAt(i)]!;
    if (code === 0) continue;
    result += text.slice(copied, i) + String.fromCharCode(code);
    copied = i + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
};
