/**
 * A readable name for a resource without one of its own: `IntakeUploadsBucketB0A3F0F1` becomes
 * `intake-uploads`. CDK ends logical ids with eight digits of a hash, and many with the kind of resource.
 */
export const nameFrom = (logicalId: string, kind: string): string => {
  const words = logicalId
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-')
    // Construct paths repeat themselves: Intake/Queue/Queue.
    .filter((word, index, all) => word !== all[index - 1]);
  return (words.length > 1 && words.at(-1) === kind ? words.slice(0, -1) : words).join('-');
};
