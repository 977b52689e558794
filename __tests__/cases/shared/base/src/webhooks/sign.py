"""Signs webhooks."""


def sign(key, body):
    return key(body)
