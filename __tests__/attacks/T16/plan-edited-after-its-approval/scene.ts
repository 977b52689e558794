import type { Scene } from '../../scene.ts'

const PLAN = (scope: string) =>
  `\`\`\`yaml countersign-plan\nversion: 1\nid: ISS-5\ntitle: T\nowner: "@alice"\nexpires: "2099-12-31"\nscope: { may: ["${scope}"] }\n\`\`\``

/** Approved for the documents, edited to fit the work. */
export function prepare({ server }: Scene): void {
  const agent = { login: 'acme-coder[bot]', type: 'Bot' } as const
  server.addIssue({ number: 5, author: agent, body: PLAN('docs/**') })
  server.addLabel(5, 'plan-approved', { by: { login: 'alice' } })
  server.editBody(5, PLAN('src/**'), { by: agent })
  server.editBody(7, 'Plan: #5', { by: agent })
}
