import Foundation

/// Requests to a server on this machine, one connection each.
///
/// `URLSession` on Linux refuses chromedriver's replies, for they have no space after a header's colon
/// (swift-corelibs-foundation, issue 4965).
enum LocalHTTP {
  /// Sends a request and returns the body of the reply.
  static func send(_ method: String, _ path: String, _ body: Data?, port: UInt16) async throws -> Data {
    try await withCheckedThrowingContinuation { continuation in
      // The reply may take as long as a page takes to load, so no thread of the tests waits for it.
      DispatchQueue.global().async {
        continuation.resume(with: Result { try exchange(method, path, body ?? Data(), port) })
      }
    }
  }

  private static func exchange(_ method: String, _ path: String, _ body: Data, _ port: UInt16) throws -> Data
  {
    let connection = try connect(port)
    defer { try? connection.close() }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    try connection.write(contentsOf: Data(head.utf8) + body)
    var reply = Data()
    let blank = Data("\r\n\r\n".utf8)
    while true {
      if let end = reply.range(of: blank) {
        let headers = String(decoding: reply[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = headers.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
        if reply.count >= end.upperBound + length { return reply[end.upperBound..<end.upperBound + length] }
      }
      // Foundation's own reading waits for the end of the connection, which stays open.
      var more = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(connection.fileDescriptor, &more, more.count, 0)
      guard count > 0 else { throw POSIXError(count == 0 ? .ECONNRESET : .ETIMEDOUT) }
      reply += more[..<count]
    }
  }

  private static func connect(_ port: UInt16) throws -> FileHandle {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
    let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        // The method of this type has the same name.
        Foundation.connect(descriptor, $0, size)
      }
    }
    guard status == 0 else { throw POSIXError(.ECONNREFUSED) }
    return connection
  }
}
