import * as z from 'zod';
import { RULES } from '../../../shared/checks/catalogue.ts';
import { HISTORY_RULES } from '../../../shared/checks/history/history-rules.ts';
import { RULE_SET_VERSION } from '../../../shared/checks/rule-set-version.ts';
import { route } from '../../http/route.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';
import { messageSchema } from './published-schemas.ts';

export const listRules = route<Services>()({
  method: 'GET',
  path: '/rules',
  name: 'listRules',
  summary: 'Every rule that reports are checked by, with the clause it rests on',
  pathSchema: noParameters,
  querySchema: noParameters,
  replySchema: z.object({
    ruleSet: z.number().int(),
    items: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        title: messageSchema,
        why: messageSchema,
        clause: messageSchema,
        blank: messageSchema,
        subjects: z.array(z.string()),
      }),
    ),
  }),
  async respond() {
    const items = [...RULES, ...HISTORY_RULES].map(
      ({ id, severity, title, why, clause, blank, subjects }) => ({
        ...{ id, severity, title, why, clause, blank },
        subjects: [...subjects],
      }),
    );
    return { body: { ruleSet: Number(RULE_SET_VERSION), items } };
  },
});
