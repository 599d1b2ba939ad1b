"""`map` keeps the order of the calls."""


def readings(executor, stations, ask):
    answers = executor.map(ask, stations)
    return {station: next(answers) for station in stations}
