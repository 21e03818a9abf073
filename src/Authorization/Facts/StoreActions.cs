using System.Collections.Frozen;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Facts;

/// <summary>
/// Actions that have another name where a request names a version. Source: S3 user guide, "Required permissions for
/// Amazon S3 API operations".
/// </summary>
internal static class StoreActions
{
    private static readonly FrozenDictionary<string, ActionName> Versioned = new Dictionary<string, string>
    {
        ["s3:DeleteObject"] = "s3:DeleteObjectVersion",
        ["s3:DeleteObjectTagging"] = "s3:DeleteObjectVersionTagging",
        ["s3:GetObject"] = "s3:GetObjectVersion",
        ["s3:GetObjectAcl"] = "s3:GetObjectVersionAcl",
        ["s3:GetObjectAttributes"] = "s3:GetObjectVersionAttributes",
        ["s3:GetObjectTagging"] = "s3:GetObjectVersionTagging",
        ["s3:PutObjectAcl"] = "s3:PutObjectVersionAcl",
        ["s3:PutObjectTagging"] = "s3:PutObjectVersionTagging",
    }.ToFrozenDictionary(pair => pair.Key, pair => ActionName.Of(pair.Value), StringComparer.Ordinal);

    /// <summary>The action as it is asked about a version; null stands for the newest.</summary>
    public static ActionName Of(ActionName action, string? versionId) =>
        versionId is not null && Versioned.TryGetValue(action.Text, out var versioned) ? versioned : action;
}
