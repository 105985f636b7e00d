/** Version of the catalogue: raised whenever a rule may judge a stored report differently. */
export const RULE_SET_VERSION = '1';
