let name = "raw"
print(#"Raw: \n is not a newline, \(name) is not replaced"#)
print(#"Raw with \#(name) and "quotes""#, ##"a "# b"##)
