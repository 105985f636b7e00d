import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Excuses a construct from a rule of cdk-nag, with the reason why it does not apply here. */
export const excuse = (construct: IConstruct, rules: Readonly<Record<string, string>>): void =>
  Validations.of(construct).acknowledge(...Object.entries(rules).map(([id, reason]) => ({ id, reason })));
