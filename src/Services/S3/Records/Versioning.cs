namespace Orrery.Services.S3.Records;

/// <summary>Whether a bucket keeps versions.</summary>
public enum Versioning
{
    /// <summary>It never did.</summary>
    Never,

    /// <summary>It does.</summary>
    Enabled,

    /// <summary>It did: what there is stays, new objects have the version null.</summary>
    Suspended,
}
