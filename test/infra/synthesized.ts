import { currentTemplate } from '../../local/template/synthesize.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** The resources of the stack as it would be deployed. */
export const { Resources: resources } = (await currentTemplate(() => {})) as {
  Resources: Record<string, Resource>;
};

/** The resources of one type. */
export const ofType = (type: string): Resource[] =>
  Object.values(resources).filter(({ Type }) => Type === type);

/** Their properties. */
export const propertiesOf = (type: string): Resource['Properties'][] =>
  ofType(type).map(({ Properties }) => Properties);
