import { isAgencyName } from './agency-name.ts';

/** Ends the name of an administrative organ. */
const ORGAN =
  /(?:人民政府(?:办公[厅室])?|管理委员会|管委会|委员会|办公[厅室]|分?局|[厅部院署]|街道(?:办事处)?|办事处|[乡镇县区市省州旗]|中心|科委|[^信]委|集团|公司|银行|学校|大学|医院|总队|支队|大队)$/;

/** What may stand as the agency's name: the name of an organ, and of a certain one. */
export const namesOrgan = (name: string): boolean => ORGAN.test(name) && isAgencyName(name);
