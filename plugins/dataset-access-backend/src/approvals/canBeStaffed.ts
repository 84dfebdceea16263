/**
 * Whether every seat can be taken by another person. Asked when a request is filed, so that none is taken in that can never
 * be approved: two steps with the same single person behind both, for instance.
 *
 * A matching by augmenting paths (Kuhn 1955, https://doi.org/10.1002/nav.3800020109); seats are few, so its cost does not
 * matter.
 *
 * @param seats - for each approval that is needed, the users who may give it
 */
export function canBeStaffed(
  seats: ReadonlyArray<ReadonlySet<string>>,
): boolean {
  const seatOf = new Map<string, number>();
  const seat = (index: number, tried: Set<string>): boolean =>
    [...seats[index]].some(user => {
      if (tried.has(user)) {
        return false;
      }
      tried.add(user);
      const taken = seatOf.get(user);
      if (taken !== undefined && !seat(taken, tried)) {
        return false;
      }
      seatOf.set(user, index);
      return true;
    });
  return seats.every((_, index) => seat(index, new Set()));
}
