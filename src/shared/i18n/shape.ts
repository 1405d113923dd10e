/** The keys of a language file with any text: what every other language must have, no more and no less. */
export type Shape<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? string : Shape<Texts[Key]> };
