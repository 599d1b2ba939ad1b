"""The main thread starts a second thread, waits for it, and goes on."""

import threading


def bake():
    print("the bread is in the oven")


baker = threading.Thread(target=bake)
baker.start()
baker.join()
print("breakfast")
