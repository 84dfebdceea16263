import type {
  DecisionIndex,
  DomainReach,
} from 'backstage-plugin-dataset-access-common';

/** What access to the datasets of a domain would cover, given now (design §11). Looks at everything there is, once. */
export function domainReach(
  index: DecisionIndex,
  domain: { ref: string; title: string },
): DomainReach {
  const reach = {
    datasets: 0,
    covered: 0,
    snapshotOnly: 0,
    tagBased: 0,
    subdomains: 0,
  };
  for (const resource of index.resources.all()) {
    const { ref, coverage } = resource.facts;
    const isDomain = ref.startsWith('domain:');
    if (
      (coverage || isDomain) &&
      resource.domainChain().includes(domain.ref) &&
      ref !== domain.ref
    ) {
      reach.subdomains += isDomain ? 1 : 0;
      reach.datasets += coverage ? 1 : 0;
      reach.covered += coverage && coverage !== 'never' ? 1 : 0;
      reach.snapshotOnly += coverage === 'snapshot-only' ? 1 : 0;
      reach.tagBased += coverage === 'never' ? 1 : 0;
    }
  }
  return { domain: { ref: domain.ref, title: domain.title }, ...reach };
}
