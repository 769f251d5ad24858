let words = ["ñandú", "café", "cafe\u{301}", "🇪🇨", "👩‍👩‍👧", "日本語", ""]
for word in words {
  print(word, word.count, word.isEmpty)
}
print("café" == "cafe\u{301}")
print("straße".uppercased(), "ÁÉÍ".lowercased())
