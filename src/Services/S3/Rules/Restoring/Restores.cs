using System.Globalization;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Restoring;

/// <summary>
/// Copies of archived objects: asked for, on their way, there, gone again. All of it follows from instants. Sources: S3
/// user guide, "Restoring an archived object", "Archive retrieval options" (of the times it gives the longest is
/// taken), "Upgrade the speed of an in-progress restore"; S3 API Reference, RestoreObject.
/// </summary>
internal static class Restores
{
    private static readonly Dictionary<(string Class, string Tier), TimeSpan> Times = new()
    {
        [("GLACIER", "Expedited")] = TimeSpan.FromMinutes(5),
        [("GLACIER", "Standard")] = TimeSpan.FromHours(5),
        [("GLACIER", "Bulk")] = TimeSpan.FromHours(12),
        [("DEEP_ARCHIVE", "Standard")] = TimeSpan.FromHours(12),
        [("DEEP_ARCHIVE", "Bulk")] = TimeSpan.FromHours(48),
    };

    /// <summary>Whether a class has to be restored to be read.</summary>
    public static bool IsArchive(string storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE";

    /// <summary>Whether a copy is there.</summary>
    public static bool IsThere(VersionRecord version, DateTimeOffset now) =>
        IsArchive(version.StorageClass) && version.Restore is { } restore
        && restore.Ready <= now && now < restore.Expiry;

    /// <summary>Whether a copy is on its way.</summary>
    public static bool IsComing(VersionRecord version, DateTimeOffset now) => version.Restore?.Ready > now;

    /// <summary>The copy after a request for it.</summary>
    /// <param name="place">The bucket.</param>
    /// <param name="version">The version.</param>
    /// <param name="asked">The request.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ServiceException">InvalidObjectState, RestoreAlreadyInProgress, MalformedXML.</exception>
    public static RestoreRecord Next(Place place, VersionRecord version, RestoreRequest? asked, DateTimeOffset now)
    {
        var archive = Tiers.ArchiveOf(place, version, now);
        if (!IsArchive(version.StorageClass) && archive is null) throw Classes.InvalidState(
            version, "Restore is not allowed for the object's current storage class");
        if (asked is null) throw Errors.Malformed();
        var tier = TierOf(asked);
        var like = archive is null ? version.StorageClass : Tiers.LikeClass(archive);
        if (!Times.TryGetValue((like, tier), out var time))
            throw Errors.InvalidArgument("Retrieval option is not supported by this storage class", "Tier", tier);
        if (IsComing(version, now)) return Faster(version.Restore!, asked, tier, now + time);
        // Out of an archive tier of INTELLIGENT_TIERING an object comes for good, so no days are named.
        if (archive is not null)
            return asked.Days is null ? new(tier, now, now + time, DateTimeOffset.MaxValue) : throw Errors.Malformed();
        if (asked.Days is not { } days) throw Errors.Malformed();
        if (days < 1) throw Errors.InvalidArgument("Days must be a positive integer");
        // A copy that is there stays longer, or less long.
        return IsThere(version, now)
            ? version.Restore! with { Expiry = Ages.After(now, days), Days = days }
            : new(tier, now, now + time, Ages.After(now + time, days)) { Days = days };
    }

    /// <summary>The speed that a request asks for.</summary>
    public static string TierOf(RestoreRequest asked) =>
        (asked.GlacierJobParameters?.Tier ?? asked.Tier ?? Tier.Standard).ToWire();

    /// <summary>The header x-amz-restore; null where there is nothing to tell.</summary>
    public static string? Header(VersionRecord version, DateTimeOffset now)
    {
        if (IsComing(version, now)) return "ongoing-request=\"true\"";
        return !IsThere(version, now) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"ongoing-request=\"false\", expiry-date=\"{version.Restore!.Expiry.UtcDateTime:R}\"");
    }

    /// <summary>The same in a listing.</summary>
    public static RestoreStatus? Status(VersionRecord version, DateTimeOffset now)
    {
        if (IsComing(version, now)) return new() { IsRestoreInProgress = true };
        return IsThere(version, now)
            ? new() { IsRestoreInProgress = false, RestoreExpiryDate = version.Restore!.Expiry }
            : null;
    }

    private static RestoreRecord Faster(RestoreRecord now, RestoreRequest asked, string tier, DateTimeOffset ready)
    {
        // Only the speed may be changed, and only to a faster one: days are left out, or are those of before.
        var isOther = asked.Days is { } days && days != now.Days;
        if (isOther || ready >= now.Ready) throw new ServiceException(
            "RestoreAlreadyInProgress", "Object restore is already in progress", 409);
        return now with { Tier = tier, Ready = ready };
    }
}
