import { advise, type DoctorCheck, good } from '../advice.ts'
import { isAtLeast } from '../facts.ts'

/** How much of all this the token could see. */
export const access: DoctorCheck = {
  id: 'access',
  title: 'What could this token see?',
  run({ access: own }) {
    if (isAtLeast(own, 'admin'))
      return [good('It has the rights of an administrator and sees every setting.')]
    const message =
      own === 'none'
        ? 'There is no token, so only what everybody sees was read.'
        : `It has the role "${own}", so settings that only administrators see may be missing above.`
    return [
      advise(
        message,
        'For the whole picture run it with GH_TOKEN set to a token of an administrator; it only reads.',
      ),
    ]
  },
}
