export interface Config {
  /** Dataset access: requests, approvals and grants. */
  datasetAccess?: {
    /** Which catalog entities are datasets. */
    dataset?: {
      /**
       * Filter predicate for entities that are datasets.
       * Default: `API` and `Resource` entities with `spec.type: dataset`.
       * @deepVisibility frontend
       */
      filter?: object;
    };
  };
}
