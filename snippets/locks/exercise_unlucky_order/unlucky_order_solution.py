"""Both desks look before either sells. The lock is held while each looks and while each sells, but not in between."""

ORDER = "111" + "2222222222" + "1111111"
