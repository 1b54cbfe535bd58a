internal import StoryFormats
internal import System

extension FileReader {
  /// How many bytes are examined of a file whose extension tells nothing.
  private static let beginning = 16 << 10

  /// Whether a file with an unknown extension shows by its content what it is, as mail and wire messages do.
  ///
  /// Reads its beginning, unless the extension is that of another kind of file.
  func tellsWhatItIs(_ path: String) -> Bool {
    let isMail = FileNames.isMaildir(path)
    guard isMail || !Self.otherKinds.contains(Source(path: path, bytes: []).fileExtension),
      let file = try? SafeFile(root: library.root).opened(path)
    else { return false }
    var bytes = [UInt8](repeating: 0, count: min(file.size, Self.beginning))
    guard let count = try? file.descriptor.read(into: &bytes, at: 0), count > 0 else { return false }
    bytes.removeLast(bytes.count - count)
    let source = Source(path: path, bytes: bytes)
    // A compressed message is recognised when it is uncompressed.
    if isMail, ByteStream.isPacked(file.descriptor) { return true }
    return library.formats.contains { $0.isCertain(source) }
  }

  /// Extensions of files that are never messages: pictures, sound, film, archives, documents, programs,
  /// their data.
  private static let otherKinds: Set<String> = Set(
    """
    7z aac ai apk asf avi avif bin bmp bz2 c cab cc class conf cpp cr2 crt css csv cue cur db deb dll \
    dmg doc docm docx dot dotx dwg dylib eot eps epub exe flac flv gif go gz h heic heif hpp ico idx iso \
    jar java jpe jpeg jpg js key kml lock lua lz4 lzma m3u m4a m4b m4v map mid mkv mobi mod mov mp3 mp4 \
    mpeg mpg msi nef node numbers o odp ods odt oga ogg ogv opf opus otf p12 pack pages pdf pem php pkg \
    pl png pot potx pps ppt pptx ps psd py pyc rar raw rb rpm rs rtf sh sig so sql sqlite sqlite3 svg \
    swf swift tar tgz tif tiff toml torrent ts tsv ttf vcf vob wal war wasm wav webm webp wma wmf wmv \
    woff woff2 xcf xls xlsm xlsx xlt xz yaml yml z zip zst
    """.split(separator: " ").map(String.init))
}
