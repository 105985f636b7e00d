import type { TemplateId } from '../report.ts';

/** What follows from a template, made when it is first asked for: most runs meet only one of the two. */
export const perTemplate = <T>(make: (template: TemplateId) => T): ((template: TemplateId) => T) => {
  const made = new Map<TemplateId, T>();
  return (template) => {
    let found = made.get(template);
    if (found === undefined) {
      found = make(template);
      made.set(template, found);
    }
    return found;
  };
};
