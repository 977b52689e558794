/**
 * The part of SARIF 2.1.0 (OASIS standard, errata 01) that GitHub's code scanning reads, and a little
 * beside it. Names and nesting are the standard's.
 */

export interface SarifText {
  readonly text: string
}

export interface SarifRule {
  readonly id: string
  readonly shortDescription: SarifText
  readonly fullDescription: SarifText
  readonly help: { readonly text: string; readonly markdown: string }
  readonly defaultConfiguration: { readonly level: SarifLevel }
  readonly properties: {
    readonly tags: readonly string[]
    /** From 0 to 10, as text; only for rules about security. */
    readonly 'security-severity'?: string
  }
}

export type SarifLevel = 'error' | 'warning' | 'note'

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region: { readonly startLine: number }
  }
}

export interface SarifSuppression {
  readonly kind: 'external'
  readonly status: 'accepted'
  readonly justification: string
}

export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: SarifLevel
  readonly message: SarifText
  readonly locations: readonly [SarifLocation]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: readonly SarifSuppression[]
  readonly properties: Readonly<Record<string, string | boolean>>
}

export interface SarifNotification {
  readonly level: SarifLevel
  readonly message: SarifText
}

export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly semanticVersion: string
      readonly rules: readonly SarifRule[]
    }
  }
  readonly automationDetails: { readonly id: string }
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean
      readonly toolExecutionNotifications: readonly SarifNotification[]
    },
  ]
  readonly versionControlProvenance?: readonly [
    { readonly repositoryUri: string; readonly revisionId: string },
  ]
  readonly columnKind: 'utf16CodeUnits'
  readonly results: readonly SarifResult[]
  readonly properties: Readonly<Record<string, string>>
}

export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}
