/** What is timed, as one bundle: the program as it ships, not as it runs in development. */
export { check } from '../../shared/checks/check.ts';
export { examine } from '../../shared/checks/examine.ts';
export { read } from '../../shared/document/read.ts';
export { understand } from '../../shared/report/understand.ts';
