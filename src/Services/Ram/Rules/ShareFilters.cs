using Orrery.Services.Ram.Records;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Rules;

/// <summary>What a request that lists shares asks of each.</summary>
internal static class ShareFilters
{
    /// <summary>Whether a share has all tags of a filter; those of others cannot be seen.</summary>
    public static bool HasTags(ShareRecord share, bool own, IReadOnlyList<TagFilter>? filters) =>
        filters is not { Count: > 0 }
        || (own && filters.All(f =>
            f.TagKey is { } key && share.Tags.TryGetValue(key, out var value)
            && (f.TagValues is not { Count: > 0 } values || values.Contains(value))));

    /// <summary>Whether a permission holds in a share: it was named, or is the default of something in it.</summary>
    public static bool HasPermission(ShareRecord share, string? permission, int? version) =>
        (permission is null
            || share.Permissions.Contains(permission)
            || share.Resources.Any(r => Shares.Lives(r) && ShareTypes.OfArn(r.Entity)!.PermissionArn == permission))
        && version is null or 1;

    /// <summary>Whether a share has a resource, or one of a type.</summary>
    public static bool HasResource(ShareRecord share, string? arn, ShareType? type) =>
        (arn is null || share.Resources.Any(r => r.Entity == arn && Shares.Lives(r)))
        && (type is null || share.Resources.Any(r => Shares.Lives(r) && ShareTypes.OfArn(r.Entity) == type));
}
