import System
import Testing

@Suite struct SharedLibraryTests {
  private typealias Count = @convention(c) (UnsafePointer<CChar>) -> Int

  @Test func aFunctionIsFoundByItsName() throws {
    let library = try #require(SharedLibrary("libc.so.6"))
    let count = try #require(library.function("strlen", as: Count.self))
    #expect(count("ferry") == 5)
    #expect(library.function("no_such_function", as: Count.self) == nil)
  }

  @Test func aMissingLibraryIsNil() { #expect(SharedLibrary("libnewsroom-has-no-such.so.1") == nil) }
}
