using System.Security.Cryptography;
using System.Text;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Views;

/// <summary>
/// Owners as S3 names them: by canonical user ids, 64 hexadecimal digits that are made of the account here. S3 does not
/// give display names any more. Source: S3 API Reference, ListBuckets, Owner.
/// </summary>
internal static class Owners
{
    /// <summary>The canonical user id of an account.</summary>
    public static string IdOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("canonical user " + account)));

    /// <summary>The owner of something.</summary>
    public static Owner Of(string account) => new() { ID = IdOf(account) };

    /// <summary>What an owner may who shares with nobody.</summary>
    public static IReadOnlyList<Grant> Grants(string account) =>
    [
        new()
        {
            Grantee = new() { Type = Orrery.Wire.Generated.S3.Type.CanonicalUser, ID = IdOf(account) },
            Permission = Permission.FullControl,
        },
    ];
}
