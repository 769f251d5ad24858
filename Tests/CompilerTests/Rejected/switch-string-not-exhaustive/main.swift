let command = "go"
switch command {
case "go": print("going")
}
