using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Orrery.Wire.Requests;

/// <summary>Percent-encoding (RFC 3986) as AWS uses it: UTF-8, <c>A-Z a-z 0-9 - . _ ~</c> stay as they are.</summary>
public static class Percent
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Decodes; an escape that is none stays as it is, bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<char> text, bool plusIsSpace = false)
    {
        if (text.IndexOfAny('%', plusIsSpace ? '+' : '%') < 0) return text.ToString();
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = DecodeTo(text, plusIsSpace, bytes);
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return decoded;
    }

    /// <summary>Whether what decodes is UTF-8.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        if (!text.Contains('%')) return true;
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var isText = Utf8.IsValid(bytes.AsSpan(0, DecodeTo(text, plusIsSpace: false, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return isText;
    }

    /// <summary>Encodes everything but the unreserved characters.</summary>
    public static string Encode(ReadOnlySpan<char> text, bool keepSlash = false)
    {
        if (text.IndexOfAnyExcept(Unreserved) < 0) return text.ToString();
        var encoded = new StringBuilder(text.Length + 16);
        AppendEncoded(encoded, text, keepSlash);
        return encoded.ToString();
    }

    /// <summary>Appends the encoded text.</summary>
    public static void AppendEncoded(StringBuilder to, ReadOnlySpan<char> text, bool keepSlash = false)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (Unreserved.Contains((char)rune.Value) || (keepSlash && rune.Value == '/')))
            {
                to.Append((char)rune.Value);
                continue;
            }
            var length = rune.EncodeToUtf8(utf8);
            foreach (var octet in utf8[..length]) AppendOctet(to, octet);
        }
    }

    /// <summary>
    /// Appends text that may be escaped already, each octet escaped in the one canonical way: unreserved ones bare, the
    /// others as upper-case escapes; a slash that was escaped stays so. Loses no octet, also where they are no UTF-8.
    /// </summary>
    internal static void AppendNormalized(StringBuilder to, ReadOnlySpan<char> text, bool keepSlash, bool plusIsSpace)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var escaped = text[i] == '%' && i + 2 < text.Length ? Octet(text[i + 1], text[i + 2]) : -1;
            if (escaped >= 0)
            {
                AppendOne(to, (byte)escaped, keepSlash: false);
                i += 3;
                continue;
            }
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            if (plusIsSpace && rune.Value == '+') rune = new Rune(' ');
            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)]) AppendOne(to, octet, keepSlash);
            i += consumed;
        }
    }

    /// <summary>The value of two hexadecimal digits, or -1.</summary>
    internal static int Octet(char high, char low) =>
        char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low)
            ? (Digit(high) << 4) | Digit(low)
            : -1;

    private static void AppendOne(StringBuilder to, byte octet, bool keepSlash)
    {
        if (octet < 128 && (Unreserved.Contains((char)octet) || (keepSlash && octet == '/'))) to.Append((char)octet);
        else AppendOctet(to, octet);
    }

    private static void AppendOctet(StringBuilder to, byte octet) =>
        to.Append('%').Append(HexDigit(octet >> 4)).Append(HexDigit(octet & 15));

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static int DecodeTo(ReadOnlySpan<char> text, bool plusIsSpace, byte[] bytes)
    {
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var octet = text[i] == '%' && i + 2 < text.Length ? Octet(text[i + 1], text[i + 2]) : -1;
            if (octet >= 0)
            {
                bytes[length++] = (byte)octet;
                i += 3;
                continue;
            }
            if (plusIsSpace && text[i] == '+')
            {
                bytes[length++] = (byte)' ';
                i++;
                continue;
            }
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            length += rune.EncodeToUtf8(bytes.AsSpan(length));
            i += consumed;
        }
        return length;
    }
}
