export default function lateModules(this: { readonly getOptions: () => { readonly late: readonly string[] } }, source: string): string;
