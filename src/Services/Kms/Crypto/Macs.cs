using System.Security.Cryptography;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Crypto;

/// <summary>Message authentication codes. Source: RFC 2104, FIPS 198-1.</summary>
internal static class Macs
{
    private const int Block = 64;

    /// <summary>The code of a message.</summary>
    public static byte[] Of(MacAlgorithmSpec algorithm, byte[] key, ReadOnlySpan<byte> message) => algorithm switch
    {
        MacAlgorithmSpec.HmacSha224 => Sha224Of(key, message),
        MacAlgorithmSpec.HmacSha256 => HMACSHA256.HashData(key, message),
        MacAlgorithmSpec.HmacSha384 => HMACSHA384.HashData(key, message),
        _ => HMACSHA512.HashData(key, message),
    };

    // .NET has no SHA-224.
    private static byte[] Sha224Of(byte[] key, ReadOnlySpan<byte> message)
    {
        var block = new byte[Block];
        (key.Length > Block ? Sha224.Of(key) : key).CopyTo(block, 0);
        byte[] inner = [.. block.Select(b => (byte)(b ^ 0x36)), .. message];
        byte[] outer = [.. block.Select(b => (byte)(b ^ 0x5C)), .. Sha224.Of(inner)];
        return Sha224.Of(outer);
    }
}
