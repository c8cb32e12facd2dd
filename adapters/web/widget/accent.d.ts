/** The clinic's colour, where text in it and on it can be read; ours where not. */
export declare function accentOf(wanted?: string): string
/** On dark paper the same colour is made lighter until it can be read. */
export declare function accentStyles(wanted?: string): string
/** WCAG's ratio, 1 to 21. */
export declare function contrast(one: string, other: string): number
