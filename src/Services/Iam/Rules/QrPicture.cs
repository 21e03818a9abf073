using System.Buffers.Binary;
using System.IO.Compression;

namespace Orrery.Services.Iam.Rules;

/// <summary>A QR code as a picture: black and white, four pixels a module. Source: PNG specification, W3C.</summary>
internal static class QrPicture
{
    private const int Scale = 4;
    private const int Quiet = 4;

    /// <summary>The picture of some bytes.</summary>
    public static byte[] Png(byte[] data)
    {
        var modules = QrCode.Of(data);
        var size = (modules.GetLength(0) + (2 * Quiet)) * Scale;
        var rows = new byte[size * (size + 1)];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (row, column) = ((y / Scale) - Quiet, (x / Scale) - Quiet);
                var dark = row >= 0 && column >= 0 && row < modules.GetLength(0) && column < modules.GetLength(0)
                    && modules[row, column];
                rows[(y * (size + 1)) + 1 + x] = dark ? (byte)0 : (byte)255;
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, size);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], size);
        head[8] = 8;
        Write(png, "IHDR"u8, head);
        Write(png, "IDAT"u8, Packed(rows));
        Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(rows);
        return packed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] chunk = [.. kind, .. content];
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
