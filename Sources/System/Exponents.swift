internal import Glibc

/// The two functions of the C mathematical library in use.
public enum BinaryExponent {
  /// 2 raised to a power.
  public static func of(_ power: Double) -> Double { exp2(power) }

  /// The binary logarithm.
  public static func power(of value: Double) -> Double { log2(value) }
}
