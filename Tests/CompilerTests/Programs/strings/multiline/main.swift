let city = "Quito"
let poem = """
  First line
    indented line
  City: \(city)

  "quoted" and \\ done
  """
print(poem)
let joined = """
  one \
  two
  """
print(joined)
print(
  """
  inline
  """)
