/** The catalog's extension for entity pages. */
export const ENTITY_PAGE = 'page:catalog/entity';

/** Ours for the header of dataset pages, as app-config names it. */
export const HEADER_LAYOUT = 'entity-header-layout:catalog/dataset-access';
