using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Restoring;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Wire.Protocols.Errors;

namespace Orrery.Services.S3.Rules;

/// <summary>Storage classes. Source: S3 user guide, "Understanding and managing Amazon S3 storage classes".</summary>
internal static class Classes
{
    /// <summary>The class of objects that say nothing.</summary>
    public const string Standard = "STANDARD";

    private static readonly string[] Served =
    [
        Standard, "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER",
        "DEEP_ARCHIVE",
    ];

    /// <summary>The class that a request wants.</summary>
    /// <exception cref="ServiceException">InvalidStorageClass.</exception>
    public static string Checked(string? wanted) => wanted is null
        ? Standard
        : Array.IndexOf(Served, wanted) >= 0
            ? wanted
            : throw Errors.InvalidStorageClass();

    /// <summary>Refuses to read what has to be restored first.</summary>
    /// <exception cref="ServiceException">InvalidObjectState.</exception>
    public static void CheckRead(Place place, VersionRecord version, DateTimeOffset now)
    {
        if (Tiers.ArchiveOf(place, version, now) is { } tier)
            throw InvalidState(version, "The operation is not valid for the object's access tier")
                .WithElement("AccessTier", tier);
        if (!Restores.IsArchive(version.StorageClass) || Restores.IsThere(version, now)) return;
        throw InvalidState(version, "The operation is not valid for the object's storage class");
    }

    /// <summary>The refusal of what a storage class does not allow.</summary>
    public static ServiceException InvalidState(VersionRecord version, string message) =>
        new ServiceException("InvalidObjectState", message, 403).WithElement("StorageClass", version.StorageClass);

    /// <summary>The class as answers show it: the standard class is not mentioned.</summary>
    public static string? Shown(VersionRecord version) =>
        version.StorageClass == Standard ? null : version.StorageClass;
}
