import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/**
 * Proposing changes and accepting them, in DataHub Cloud (S2.11, S4). Exports call the right to accept a proposal as they
 * call the right to manage what it is about; those that have no alias appear in no documented export.
 */
export const proposalPrivileges: readonly Privilege[] = privilegeList(
  { area: 'metadata', type: 'metadata', commercial: true },
  [
    {
      name: 'metadata.propose-tags',
      title: 'Propose tags',
      description: 'Propose tags for an entity.',
      aliases: ['PROPOSE_ENTITY_TAGS'],
    },
    {
      name: 'metadata.propose-glossary-terms',
      title: 'Propose glossary terms',
      description: 'Propose glossary terms for an entity.',
      aliases: ['PROPOSE_ENTITY_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.propose-documentation',
      title: 'Propose documentation',
      description: 'Propose a text for the documentation of an entity.',
    },
    {
      name: 'metadata.propose-dataset-column-glossary-terms',
      title: 'Propose dataset column glossary terms',
      description: 'Propose glossary terms for columns of a dataset.',
      aliases: ['PROPOSE_DATASET_COL_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.propose-dataset-column-tags',
      title: 'Propose dataset column tags',
      description: 'Propose tags for columns of a dataset.',
      aliases: ['PROPOSE_DATASET_COL_TAGS'],
    },
    {
      name: 'metadata.manage-tag-proposals',
      title: 'Manage tag proposals',
      description: 'Accept or reject tags that were proposed for an entity.',
      aliases: ['MANAGE_ENTITY_TAGS'],
    },
    {
      name: 'metadata.manage-glossary-term-proposals',
      title: 'Manage glossary term proposals',
      description:
        'Accept or reject glossary terms that were proposed for an entity.',
      aliases: ['MANAGE_ENTITY_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.manage-dataset-column-glossary-terms',
      title: 'Manage dataset column glossary terms',
      description:
        'Accept or reject glossary terms that were proposed for columns.',
      aliases: ['MANAGE_DATASET_COL_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.manage-dataset-column-tag-proposals',
      title: 'Manage dataset column tag proposals',
      description: 'Accept or reject tags that were proposed for columns.',
      aliases: ['MANAGE_DATASET_COL_TAGS'],
    },
    {
      name: 'metadata.manage-documentation-proposals',
      title: 'Manage documentation proposals',
      description: 'Accept or reject texts that were proposed for an entity.',
    },
    {
      name: 'metadata.manage-data-contract-proposals',
      title: 'Manage data contract proposals',
      description: 'Accept or reject a proposed data contract.',
    },
  ],
);
