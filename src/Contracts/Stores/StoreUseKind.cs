namespace Orrery.Contracts.Stores;

/// <summary>
/// What S3 charges for. Sources: S3 user guide, "Understanding your AWS billing and usage reports for Amazon S3"; S3
/// pricing page.
/// </summary>
public enum StoreUseKind
{
    /// <summary>Billed bytes times seconds: with minimum sizes, and with what archives add to each object.</summary>
    StoredByteSeconds,

    /// <summary>Requests of the first tier: PUT, COPY, POST and LIST.</summary>
    WriteRequests,

    /// <summary>Requests of the second tier: GET and all others that are not free.</summary>
    ReadRequests,

    /// <summary>Requests to restore from an archive.</summary>
    RestoreRequests,

    /// <summary>Objects that lifecycles moved into the class.</summary>
    TransitionRequests,

    /// <summary>Bytes that were retrieved from a class which charges for it.</summary>
    RetrievedBytes,

    /// <summary>Bytes that clients got.</summary>
    DownloadedBytes,

    /// <summary>Bytes that clients sent.</summary>
    UploadedBytes,

    /// <summary>Billed bytes times the seconds that were missing of the minimum storage duration of the class.
    /// </summary>
    EarlyDeletedByteSeconds,
}
