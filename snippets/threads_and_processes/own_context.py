"""A new thread does not see the context variables of its creator."""

import contextvars
import threading

language = contextvars.ContextVar("language", default="English")


def greet(speaker):
    print(speaker, "speaks", language.get())


language.set("French")
greet("the main thread")

guest = threading.Thread(target=greet, args=("the new thread",))
guest.start()
guest.join()

context = contextvars.copy_context()
heir = threading.Thread(target=context.run, args=(greet, "the thread in a copy"))
heir.start()
heir.join()
