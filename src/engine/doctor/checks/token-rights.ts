import { advise, cannotRead, type DoctorCheck, good } from '../advice.ts'

/** What every workflow's token may do unless its file says otherwise. */
export const tokenRights: DoctorCheck = {
  id: 'token-rights',
  title: 'What may a workflow do by default?',
  run({ tokenDefaults }) {
    if (!tokenDefaults.known)
      return [
        cannotRead(
          'The default rights of workflows',
          tokenDefaults,
          'Use a token of an administrator, or one with "Administration: read".',
        ),
      ]
    const { canWrite, canApprove } = tokenDefaults.value
    return [
      canWrite
        ? advise(
            'A workflow that names no permissions may write nearly everything, also on the branch of an agent.',
            'Under Settings > Actions > General, choose "Read repository contents and packages permissions".',
          )
        : good(
            'A workflow that names no permissions may only read. It can still ask for more in its own file.',
          ),
      ...(canApprove
        ? [
            advise(
              'Workflows may approve pull requests: that counts for reviews GitHub requires, and never for this gate.',
              'Under Settings > Actions > General, untick "Allow GitHub Actions to create and approve pull requests".',
            ),
          ]
        : []),
    ]
  },
}
