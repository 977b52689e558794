from src.webhooks.retry import deliver


def test_delivers():
    assert deliver(lambda event: True, {})
