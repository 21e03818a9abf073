namespace Orrery.Services.Iam.Rules;

/// <summary>Error correction of QR codes: Reed-Solomon over GF(256) with the polynomial 0x11D. Source: ISO/IEC 18004.
/// </summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x11D;

    /// <summary>The error correction bytes of a block.</summary>
    public static byte[] Correction(byte[] data, int count)
    {
        var generator = Generator(count);
        var rest = new byte[count];
        foreach (var next in data)
        {
            var factor = next ^ rest[0];
            Array.Copy(rest, 1, rest, 0, count - 1);
            rest[^1] = 0;
            for (var i = 0; i < count; i++) rest[i] ^= Multiply(generator[i], factor);
        }

        return rest;
    }

    // The coefficients behind the leading one of the product of (x - 2^i).
    private static byte[] Generator(int count)
    {
        var result = new byte[count];
        result[^1] = 1;
        var root = 1;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                result[j] = Multiply(result[j], root);
                if (j + 1 < count) result[j] ^= result[j + 1];
            }

            root = Multiply((byte)root, 2);
        }

        return result;
    }

    private static byte Multiply(byte left, int right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Polynomial);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }
}
