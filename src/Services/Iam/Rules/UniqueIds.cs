using System.Buffers.Binary;
using System.Globalization;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// IAM's unique ids and access key ids. Source: IAM User Guide, "IAM identifiers". An access key id begins, behind its
/// prefix, with the account in base 32, as access keys of AWS do since 2019 (seen in several published notes).
/// </summary>
internal static class UniqueIds
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 17;
    private const int KeyBytes = 10;
    private const int PrefixLength = 4;
    private const ulong AccountMask = (1UL << 40) - 1;

    /// <summary>A new unique id, for example with the prefix AIDA.</summary>
    public static string New(Call call, string prefix) => prefix + call.Random.Text(IdLength, Alphabet);

    /// <summary>A new access key id of an account.</summary>
    public static string NewKey(Call call, string prefix, string account)
    {
        // 48 bits: a one, the account in 40 bits, chance; then 32 bits of chance.
        var head = (1UL << 47)
            | ((ulong.Parse(account, CultureInfo.InvariantCulture) & AccountMask) << 7)
            | (call.Random.NextUInt64() & 0x7f);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, head << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[6..], call.Random.NextUInt64());
        return prefix + Base32.Encode(bytes[..KeyBytes]);
    }

    /// <summary>The account that an access key id tells; null where it tells none.</summary>
    public static string? AccountOf(string accessKeyId)
    {
        if (accessKeyId.Length != PrefixLength + 16 || !Base32.TryDecode(accessKeyId[PrefixLength..], out var bytes))
            return null;
        var head = BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16;
        return head >> 47 == 0
            ? null
            : ((head >> 7) & AccountMask).ToString("D12", CultureInfo.InvariantCulture);
    }
}
