internal import Glibc

/// The two functions of the mathematical library that the house needs.
public enum BinaryExponent {
  /// 2 to a power.
  public static func of(_ power: Double) -> Double { exp2(power) }

  /// The power that 2 has to be raised to.
  public static func power(of value: Double) -> Double { log2(value) }
}
