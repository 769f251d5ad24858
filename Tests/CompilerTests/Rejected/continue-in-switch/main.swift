switch 3 {
case 3: continue
default: print("other")
}
