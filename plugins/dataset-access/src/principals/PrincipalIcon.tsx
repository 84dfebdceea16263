import { RiGroupLine, RiUserLine } from '@remixicon/react';
import type { Principal } from './Principal';

/** Tells people from groups at a glance; the name beside it says the rest. */
export function PrincipalIcon({ kind }: Pick<Principal, 'kind'>) {
  return kind === 'group' ? (
    <RiGroupLine size={16} aria-hidden />
  ) : (
    <RiUserLine size={16} aria-hidden />
  );
}
