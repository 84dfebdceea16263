/*
 * The calls of the document that describes dataset-level access in the system that this stands in for, with its paths and
 * bodies as they are printed there.
 */

export const GRANTS = 'domains/{domain_name}/users/{user_id}/grants';
export const GROUP = 'groups/{group_id}/domains';

export const addingAUserWithoutDla = {
  AccessType: 'owner',
  IsDatasetLevelAccessProvided: false,
};
export const addingDla = {
  AccessType: 'read-only',
  IsDatasetLevelAccessProvided: true,
};
export const removingDla = {
  AccessType: 'read-only',
  IsDatasetLevelAccessProvided: false,
};
export const dlaThroughGroups = {
  DomainNames: [
    { airline: { IsDatasetLevelAccessProvided: true } },
    { movies: { IsDatasetLevelAccessProvided: false } },
  ],
};
export const dlaThroughAuthorizedGroups = {
  DomainNames: [
    { airline: { IsDatasetLevelAccessProvided: false } },
    { movies: { IsDatasetLevelAccessProvided: false } },
  ],
};
