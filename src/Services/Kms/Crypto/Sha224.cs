using System.Buffers.Binary;
using System.Numerics;

namespace Orrery.Services.Kms.Crypto;

/// <summary>SHA-224, which .NET does not have. Source: FIPS 180-4, sections 4.2.2, 5.3.2, 6.2 and 6.3.</summary>
internal static class Sha224
{
    private const int Block = 64;
    private const int Length = 28;

    private static readonly uint[] Start =
    [
        0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
    ];

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static readonly uint[] Rounds = [.. Primes().Take(Block).Select(FractionOfCubeRoot)];

    /// <summary>The hash of a message.</summary>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var padded = new byte[(message.Length + 9 + Block - 1) / Block * Block];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), message.Length * 8L);
        var state = (uint[])Start.Clone();
        for (var at = 0; at < padded.Length; at += Block)
            Compress(state, padded.AsSpan(at, Block));
        var hash = new byte[32];
        for (var i = 0; i < state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), state[i]);
        return hash[..Length];
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[Block];
        for (var i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < Block; i++)
            w[i] = Small(w[i - 2], 17, 19, 10) + w[i - 7] + Small(w[i - 15], 7, 18, 3) + w[i - 16];
        var v = (uint[])state.Clone();
        for (var i = 0; i < Block; i++)
        {
            var choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
            var majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            var one = v[7] + Big(v[4], 6, 11, 25) + choice + Rounds[i] + w[i];
            var two = Big(v[0], 2, 13, 22) + majority;
            (v[7], v[6], v[5], v[4], v[3], v[2], v[1], v[0]) =
                (v[6], v[5], v[4], v[3] + one, v[2], v[1], v[0], one + two);
        }

        for (var i = 0; i < state.Length; i++)
            state[i] += v[i];
    }

    private static uint Big(uint x, int a, int b, int c) =>
        BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ BitOperations.RotateRight(x, c);

    private static uint Small(uint x, int a, int b, int shift) =>
        BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ (x >> shift);

    private static IEnumerable<int> Primes() =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0));

    // floor(cuberoot(n) * 2^32) is the greatest x with x^3 <= n * 2^96; its low 32 bits are the fraction.
    private static uint FractionOfCubeRoot(int n)
    {
        var target = new BigInteger(n) << 96;
        BigInteger low = 0, high = BigInteger.One << 36;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (middle * middle * middle <= target) low = middle;
            else high = middle;
        }

        return (uint)(low & uint.MaxValue);
    }
}
