import { PAGE_TYPE } from '../../../console/page.ts';
import { route } from '../../http/route.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';

export const getHome = route<Services>()({
  method: 'GET',
  path: '/',
  name: 'getHome',
  summary: 'Leads to the list of reports',
  pathSchema: noParameters,
  querySchema: noParameters,
  produces: [PAGE_TYPE],
  status: 303,
  async respond() {
    return { text: '', contentType: PAGE_TYPE, status: 303, headers: { location: '/reports' } };
  },
});
