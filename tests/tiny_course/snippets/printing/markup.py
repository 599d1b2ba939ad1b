"""Output that would be markup if it were let."""

print("<script>alert(1)</script> & <b>bold</b> &lt;")
print("</samp></pre></div> <!-- gone?")
print("```")
print('--8<-- "index.md"')
print("# no *heading* [TOC] [link](index.md) `code`")
print("\x02wzxhzdk:0\x03")
