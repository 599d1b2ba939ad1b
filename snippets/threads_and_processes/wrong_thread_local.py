"""A threading.local that is filled once is filled for one thread only."""
import threading

session = threading.local()
session.user = "ada"


def show_basket() -> None:
    print("basket of", session.user)


show_basket()
reader = threading.Thread(target=show_basket, name="reader")
reader.start()
reader.join()
