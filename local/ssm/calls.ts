import * as z from 'zod';
import { type Calls, ServiceError } from '../aws/json-protocol.ts';

const GET = z.object({ Name: z.string().min(1) });

/** The one call of Parameter Store that functions make. @param parameters values by name */
export const ssmCalls = (parameters: ReadonlyMap<string, string>): Calls => ({
  async GetParameter(input) {
    const { Name } = GET.parse(input);
    const Value = parameters.get(Name);
    if (Value === undefined) throw new ServiceError('ParameterNotFound', `There is no parameter ${Name}.`);
    return { Parameter: { Name, Type: 'SecureString', Value, Version: 1 } };
  },
});
