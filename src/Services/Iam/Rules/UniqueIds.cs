namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The 16 characters behind the prefix of an IAM unique id. Source: IAM User Guide, "IAM identifiers".
/// </summary>
internal static class UniqueIds
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Sixteen characters of A–Z and 2–7 from sixteen bytes or more.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[16];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[bytes[i] & 31];
        }

        return text.ToString();
    }
}
