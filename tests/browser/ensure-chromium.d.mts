/** The path of a browser that runs, or null. `CHROMIUM` names one that goes before all others. */
export function findChromium(): Promise<string | null>;
