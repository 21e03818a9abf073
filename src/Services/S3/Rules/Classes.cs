using Orrery.Services.S3.Records;

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
            : throw new ServiceException("InvalidStorageClass", "The storage class you specified is not valid");

    /// <summary>Refuses to read what has to be restored first.</summary>
    /// <exception cref="ServiceException">InvalidObjectState.</exception>
    public static void CheckRead(VersionRecord version)
    {
        if (version.StorageClass is not ("GLACIER" or "DEEP_ARCHIVE")) return;
        throw new ServiceException(
            "InvalidObjectState", "The operation is not valid for the object's storage class", 403);
    }

    /// <summary>The class as answers show it: the standard class is not mentioned.</summary>
    public static string? Shown(VersionRecord version) =>
        version.StorageClass == Standard ? null : version.StorageClass;
}
