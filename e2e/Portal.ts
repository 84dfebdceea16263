import { APIRequestContext, expect } from '@playwright/test';
import { personaHeaders } from './personaHeaders';

/** What a person can do over HTTP, to set up a scene without clicking through it. */
export class Portal {
  constructor(private readonly http: APIRequestContext) {}

  /**
   * Files a request.
   *
   * @param persona - name of a user in the namespace default who may sign in
   * @param wish - body of `POST /v1/requests`
   * @returns ids of the requests, in the order of the beneficiaries
   */
  async ask(
    persona: string,
    wish: {
      dataset: string;
      beneficiaries?: string[];
      reason: string;
      level?: string;
      duration?: string;
    },
  ): Promise<string[]> {
    const { outcomes } = await this.post(persona, 'requests', {
      beneficiaries: [`user:default/${persona}`],
      level: 'read-only',
      duration: 'P90D',
      ...wish,
    });
    return outcomes.map(({ requestId }: { requestId: string }) => requestId);
  }

  /** Approves or denies a request as it stands. */
  async decide(
    persona: string,
    id: string,
    decision: { decision: 'approve' | 'deny'; [field: string]: unknown },
  ): Promise<void> {
    const { version } = await this.get(persona, `requests/${id}`);
    await this.post(persona, `requests/${id}/decision`, {
      version,
      ...decision,
    });
  }

  /**
   * Takes back all access of one person to a dataset.
   *
   * @param dataset - entity ref
   */
  async revokeAll(persona: string, dataset: string): Promise<void> {
    const { items } = await this.get(
      persona,
      `grants?open=true&dataset=${encodeURIComponent(dataset)}`,
    );
    for (const { id, endedAt } of items) {
      if (!endedAt) {
        await this.post(persona, `grants/${id}/revocation`, {
          reason: 'The pictures are taken',
        });
      }
    }
  }

  /**
   * Asks whether access to a dataset is still needed.
   *
   * @returns the id of the review
   */
  async startReview(
    persona: string,
    name: string,
    dataset: string,
  ): Promise<string> {
    const dueAt = new Date(Date.now() + 14 * 24 * 60 * 60 * 1000);
    const { id } = await this.post(persona, 'reviews', {
      name,
      scope: { datasets: [dataset] },
      dueAt: dueAt.toISOString(),
      unreviewed: 'keep',
    });
    return id;
  }

  async closeReview(persona: string, id: string): Promise<void> {
    await this.post(persona, `reviews/${id}/close`, {});
  }

  /** Adds to the talk about a request. */
  async comment(
    persona: string,
    id: string,
    comment: { text: string; asksForInformation?: boolean },
  ): Promise<void> {
    await this.post(persona, `requests/${id}/comments`, comment);
  }

  /**
   * Who decides on a dataset.
   *
   * @param dataset - as in `/v1/datasets/{kind}/{namespace}/{name}`
   * @returns entity refs; none as long as there is no such dataset
   */
  async approvers(persona: string, dataset: string): Promise<string[]> {
    const response = await this.http.get(
      `/api/dataset-access/v1/datasets/${dataset}/access`,
      { headers: await this.headers(persona) },
    );
    const { approvers = [] } = await response.json();
    return approvers.map(({ ref }: { ref: string }) => ref);
  }

  /**
   * Makes somebody answer for an entity.
   *
   * @param draft - body of `POST /v1/responsibilities`
   * @returns id of the responsibility
   */
  async giveResponsibility(
    persona: string,
    draft: { role: string; subject: string; resource: string; endsAt?: string },
  ): Promise<string> {
    const { id } = await this.post(persona, 'responsibilities', draft);
    return id;
  }

  /**
   * The level that somebody has on a dataset, as the page of the dataset would say.
   *
   * @param dataset - as in `/v1/datasets/{kind}/{namespace}/{name}`
   */
  async level(persona: string, dataset: string): Promise<string | undefined> {
    const { access } = await this.get(persona, `datasets/${dataset}/access`);
    return access.level;
  }

  /**
   * Tries to give somebody access to a domain.
   *
   * @returns status and code of the refusal
   */
  async tryToShare(
    persona: string,
    domain: string,
    subject: string,
  ): Promise<[number, string | undefined]> {
    const response = await this.http.post(
      `/api/dataset-access/v1/domains/${domain}/grants`,
      {
        headers: await this.headers(persona),
        data: { subject, level: 'read-only', datasetLevelAccess: true },
      },
    );
    const { error } = await response.json();
    return [response.status(), error?.code];
  }

  /** Gives somebody access to a domain. */
  async share(
    persona: string,
    domain: string,
    draft: { subject: string; level: string; datasetLevelAccess: boolean },
  ): Promise<void> {
    await this.post(persona, `domains/${domain}/grants`, draft);
  }

  /** Takes all access to a domain that was given. */
  async unshare(persona: string, domain: string): Promise<void> {
    const { items } = await this.get(persona, `domains/${domain}/grants`);
    for (const { id } of items) {
      await this.delete(persona, `domains/${domain}/grants/${id}`);
    }
  }

  /** As if the responsibility had never been. */
  async removeResponsibility(persona: string, id: string): Promise<void> {
    await this.delete(persona, `responsibilities/${id}`);
  }

  /** Removes the policy of that name, whether it is there or not. */
  async removePolicy(persona: string, name: string): Promise<void> {
    const { items } = await this.get(
      persona,
      `policies?q=${encodeURIComponent(name)}`,
    );
    for (const { id } of items) {
      await this.delete(persona, `policies/${id}`);
    }
  }

  /** Takes a role from those who have it, and from those who do not. */
  async takeRole(
    persona: string,
    role: string,
    subjects: string[],
  ): Promise<void> {
    await this.post(persona, `roles/${role}/removals`, { subjects });
  }

  private async get(persona: string, path: string) {
    return this.answer(
      await this.http.get(`/api/dataset-access/v1/${path}`, {
        headers: await this.headers(persona),
      }),
    );
  }

  private async post(persona: string, path: string, data: unknown) {
    return this.answer(
      await this.http.post(`/api/dataset-access/v1/${path}`, {
        headers: await this.headers(persona),
        data,
      }),
    );
  }

  private async delete(persona: string, path: string) {
    return this.answer(
      await this.http.delete(`/api/dataset-access/v1/${path}`, {
        headers: await this.headers(persona),
      }),
    );
  }

  private async answer(response: {
    ok(): boolean;
    text(): Promise<string>;
    json(): Promise<any>;
  }) {
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  }

  private async headers(persona: string) {
    return personaHeaders(this.http, persona);
  }
}
