using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Views;

/// <summary>
/// Owners as S3 names them: by canonical user ids. S3 does not give display names any more. Source: S3 API Reference,
/// ListBuckets, Owner.
/// </summary>
internal static class Owners
{
    /// <summary>The owner of something.</summary>
    public static Owner Of(string account) => new() { ID = CanonicalUser.IdOf(account) };
}
