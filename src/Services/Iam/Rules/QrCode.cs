namespace Orrery.Services.Iam.Rules;

/// <summary>
/// QR codes of bytes, with the lowest error correction, in versions 6 to 10: as much as a secret with its names needs.
/// Source: ISO/IEC 18004 (its tables as Thonky's "QR Code Tutorial" gives them). One mask serves: any is readable.
/// </summary>
internal static class QrCode
{
    // Of versions 6 to 10 at level L: data bytes in each block, error correction bytes of each, centres of alignment.
    private static readonly (int[] Blocks, int Correction, int[] Centres)[] Versions =
    [
        ([68, 68], 18, [6, 34]),
        ([78, 78], 20, [6, 22, 38]),
        ([97, 97], 24, [6, 24, 42]),
        ([116, 116], 30, [6, 26, 46]),
        ([68, 68, 69, 69], 18, [6, 28, 50]),
    ];

    private const int FirstVersion = 6;
    private const int FormatBits = 0b111011111000100;

    /// <summary>The modules, true for dark ones: rows, then columns.</summary>
    public static bool[,] Of(byte[] data)
    {
        var place = Array.FindIndex(Versions, v => v.Blocks.Sum() >= data.Length + 3);
        if (place < 0) throw new ArgumentException("Too long for a picture.", nameof(data));
        var version = place + FirstVersion;
        var grid = new QrGrid((version * 4) + 17);
        grid.AddPatterns(version, Versions[place].Centres);
        grid.AddFormat(FormatBits);
        grid.AddData(Interleaved(Padded(data, version, Versions[place].Blocks.Sum()), Versions[place]));
        return grid.Modules;
    }

    // Mode, length, data, end, and what fills the rest.
    private static byte[] Padded(byte[] data, int version, int size)
    {
        var bits = new List<bool>();
        void Add(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--) bits.Add(((value >> bit) & 1) == 1);
        }

        Add(4, 4);
        Add(data.Length, version < 10 ? 8 : 16);
        foreach (var next in data) Add(next, 8);
        Add(0, Math.Min(4, (size * 8) - bits.Count));
        while (bits.Count % 8 != 0) bits.Add(false);
        for (var pad = 0xEC; bits.Count < size * 8; pad ^= 0xEC ^ 0x11) Add(pad, 8);
        return [.. bits.Chunk(8).Select(b => (byte)b.Aggregate(0, (value, bit) => (value << 1) | (bit ? 1 : 0)))];
    }

    private static byte[] Interleaved(byte[] data, (int[] Blocks, int Correction, int[] Centres) version)
    {
        List<byte[]> blocks = [];
        var start = 0;
        foreach (var length in version.Blocks)
        {
            blocks.Add(data[start..(start + length)]);
            start += length;
        }

        var corrections = blocks.ConvertAll(b => ReedSolomon.Correction(b, version.Correction));
        var longest = version.Blocks.Max();
        return
        [
            .. Enumerable.Range(0, longest).SelectMany(i => blocks.Where(b => i < b.Length).Select(b => b[i])),
            .. Enumerable.Range(0, version.Correction).SelectMany(i => corrections.Select(c => c[i])),
        ];
    }
}
