export function ruleTitle(ruleId: string): string { return ruleId; }
