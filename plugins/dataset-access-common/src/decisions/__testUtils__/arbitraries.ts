import fc from 'fast-check';

export function ids(of: string, count: number): fc.Arbitrary<string> {
  return fc.nat(count - 1).map(at => `${of}-${at}`);
}

/** Up to so many of them; sometimes none. */
export function some(
  from: readonly string[],
  most: number,
): fc.Arbitrary<string[]> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 12,
      arbitrary: fc.uniqueArray(fc.constantFrom(...from), between(1, most)),
    },
  );
}

export function between(minLength: number, maxLength: number) {
  return { minLength, maxLength };
}

export function weighted<const T>(
  choices: ReadonlyArray<readonly [weight: number, value: T]>,
): fc.Arbitrary<T> {
  return fc.oneof(
    ...choices.map(([weight, value]) => ({
      weight,
      arbitrary: fc.constant(value),
    })),
  );
}
