"""Nothing is sent, and the workers have nothing to do.

The check says: frame_all looked into the template in the process that called it
"""


def frame_all(template, photos):
    return [template[photo] for photo in photos]
