namespace Orrery.Services.Iam.Rules;

/// <summary>Base 32 without padding. Source: RFC 4648, section 6.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    /// <summary>Bytes as text.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (buffer, held) = (0, 0);
        foreach (var next in bytes)
        {
            buffer = (buffer << 8) | next;
            held += 8;
            while (held >= Bits)
            {
                held -= Bits;
                text.Append(Alphabet[(buffer >> held) & 31]);
                buffer &= (1 << held) - 1;
            }
        }

        if (held > 0) text.Append(Alphabet[(buffer << (Bits - held)) & 31]);
        return text.ToString();
    }

    /// <summary>Text as bytes; false where it is none.</summary>
    public static bool TryDecode(string text, out byte[] bytes)
    {
        var found = new List<byte>();
        var (buffer, held) = (0, 0);
        bytes = [];
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return false;
            buffer = (buffer << Bits) | value;
            held += Bits;
            if (held < 8) continue;
            held -= 8;
            found.Add((byte)(buffer >> held));
            buffer &= (1 << held) - 1;
        }

        bytes = [.. found];
        return true;
    }
}
