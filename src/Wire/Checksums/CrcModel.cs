using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orrery.Wire.Checksums;

/// <summary>
/// One reflected CRC whose first and last value is all ones. Where the processor multiplies polynomials, 64 bytes are
/// taken at a time (folding), elsewhere eight (slicing by eight); two checksums of neighbouring bytes can be joined
/// without the bytes.
/// </summary>
/// <remarks>
/// Source of the polynomials: ISO 3309; RFC 3720, B.4; NVM Express NVM Command Set 1.0, 5.2.1.3.4. Of the folding:
/// Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009.
/// </remarks>
internal sealed class CrcModel
{
    private const int Slices = 8;

    // Vectors that are folded side by side.
    private const int Lanes = 4;
    private readonly ulong _polynomial;
    private readonly ulong _ones;
    private readonly ulong[]? _table;
    private readonly Vector128<ulong> _near;
    private readonly Vector128<ulong> _far;

    private CrcModel(int width, ulong reflectedPolynomial, bool hasInstruction)
    {
        Width = width;
        _polynomial = reflectedPolynomial;
        _ones = ulong.MaxValue >> (64 - width);
        _table = hasInstruction ? null : MakeTable(reflectedPolynomial);
        _near = Advance(Vector128<byte>.Count * 8);
        _far = Advance(Lanes * Vector128<byte>.Count * 8);
    }

    /// <summary>CRC-32.</summary>
    public static CrcModel Crc32 => field ??= new(32, 0xEDB88320, hasInstruction: false);

    /// <summary>CRC-32C, which processors have an instruction for.</summary>
    public static CrcModel Crc32C => field ??= new(32, 0x82F63B78, hasInstruction: true);

    /// <summary>CRC-64/NVME.</summary>
    public static CrcModel Crc64Nvme => field ??= new(64, 0x9A6C9329AC4BC9B5, hasInstruction: false);

    /// <summary>The bits of a value.</summary>
    public int Width { get; }

    /// <summary>The state before the first byte.</summary>
    public ulong Start => _ones;

    /// <summary>The value of a state.</summary>
    public ulong Value(ulong state) => state ^ _ones;

    /// <summary>The state after more bytes.</summary>
    public ulong Append(ulong state, ReadOnlySpan<byte> bytes)
    {
        if (_table is null) return AppendByInstruction((uint)state, bytes);
        if (Pclmulqdq.IsSupported && bytes.Length >= Lanes * Vector128<byte>.Count)
        {
            var folded = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
            bytes = bytes[(folded.Length * Vector128<byte>.Count)..];
            state = Fold(state, folded, _table);
        }

        return AppendByTable(state, bytes, _table);
    }

    /// <summary>The value of two runs of bytes, one after the other.</summary>
    /// <param name="first">The value of the first run.</param>
    /// <param name="second">The value of the second.</param>
    /// <param name="secondLength">The number of bytes of the second.</param>
    public ulong Join(ulong first, ulong second, long secondLength) =>
        Multiply(PowerOfX((ulong)secondLength * 8), first) ^ second;

    private static ulong AppendByInstruction(uint state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            state = BitOperations.Crc32C(state, one);
        return state;
    }

    // A vector holds what its bits leave where the next vector is; what is left in the end is as good as all of them.
    private ulong Fold(ulong state, ReadOnlySpan<Vector128<ulong>> vectors, ulong[] table)
    {
        var (a, b, c, d) = (vectors[0] ^ Vector128.CreateScalar(state), vectors[1], vectors[2], vectors[3]);
        for (vectors = vectors[Lanes..]; vectors.Length >= Lanes; vectors = vectors[Lanes..])
        {
            a = Times(a, _far) ^ vectors[0];
            b = Times(b, _far) ^ vectors[1];
            c = Times(c, _far) ^ vectors[2];
            d = Times(d, _far) ^ vectors[3];
        }

        var last = Times(Times(Times(a, _near) ^ b, _near) ^ c, _near) ^ d;
        foreach (var vector in vectors) last = Times(last, _near) ^ vector;
        Span<byte> left = stackalloc byte[Vector128<byte>.Count];
        last.AsByte().CopyTo(left);
        return AppendByTable(0, left, table);

        static Vector128<ulong> Times(Vector128<ulong> vector, Vector128<ulong> factors) =>
            Pclmulqdq.CarrylessMultiply(vector, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(vector, factors, 0x11);
    }

    // What takes both halves of a vector so many bits further; the first half is 64 bits ahead. The product of two
    // reflected polynomials has one bit too few in front, which is a factor x.
    private Vector128<ulong> Advance(int bits) => Vector128.Create(
        PowerOfX((ulong)bits + 63) << (64 - Width), PowerOfX((ulong)bits - 1) << (64 - Width));

    private static ulong AppendByTable(ulong state, ReadOnlySpan<byte> bytes, ulong[] table)
    {
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var word = state ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = table[(7 * 256) + (int)(word & 0xFF)]
                ^ table[(6 * 256) + (int)((word >> 8) & 0xFF)]
                ^ table[(5 * 256) + (int)((word >> 16) & 0xFF)]
                ^ table[(4 * 256) + (int)((word >> 24) & 0xFF)]
                ^ table[(3 * 256) + (int)((word >> 32) & 0xFF)]
                ^ table[(2 * 256) + (int)((word >> 40) & 0xFF)]
                ^ table[256 + (int)((word >> 48) & 0xFF)]
                ^ table[(int)(word >> 56)];
        }

        foreach (var one in bytes)
            state = (state >> 8) ^ table[(int)((state ^ one) & 0xFF)];
        return state;
    }

    // Entry k * 256 + b: what byte b leaves when k zero bytes follow it.
    private static ulong[] MakeTable(ulong polynomial)
    {
        var table = new ulong[Slices * 256];
        for (var one = 0; one < 256; one++)
        {
            var state = (ulong)one;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ polynomial;
            table[one] = state;
        }

        for (var entry = 256; entry < table.Length; entry++)
        {
            var before = table[entry - 256];
            table[entry] = (before >> 8) ^ table[(int)(before & 0xFF)];
        }

        return table;
    }

    // Polynomials over GF(2), modulo the CRC's own; bit Width - 1 is the coefficient of x^0.
    private ulong Multiply(ulong left, ulong right)
    {
        var product = 0UL;
        for (var bit = 1UL << (Width - 1); bit != 0; bit >>= 1)
        {
            if ((left & bit) != 0) product ^= right;
            right = (right & 1) == 0 ? right >> 1 : (right >> 1) ^ _polynomial;
        }

        return product;
    }

    private ulong PowerOfX(ulong exponent)
    {
        var power = 1UL << (Width - 1);
        for (var square = 1UL << (Width - 2); exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0) power = Multiply(power, square);
            square = Multiply(square, square);
        }

        return power;
    }
}
