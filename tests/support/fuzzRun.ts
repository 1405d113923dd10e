/** How much a fuzz test sends, and from which seed; `npm run test:fuzz -- --inputs N --seed S` asks for other ones. */
export const fuzzRun = (inputs: number) => ({
  inputs: Number(process.env.FUZZ_INPUTS ?? inputs),
  /** Whether it runs at night, with time for what costs much. */
  isNightly: process.env.FUZZ_INPUTS !== undefined,
  seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
});
