using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Locking;

/// <summary>
/// The lock of an object as its answers show it: to whom may ask for it. Source: S3 API Reference, GetObject,
/// x-amz-object-lock-mode.
/// </summary>
/// <param name="Mode">The mode, or null.</param>
/// <param name="Until">Until when it is kept, or null.</param>
/// <param name="Hold">The legal hold, or null.</param>
internal readonly record struct LockView(
    ObjectLockMode? Mode, DateTimeOffset? Until, ObjectLockLegalHoldStatus? Hold)
{
    /// <summary>What of a lock a caller is shown.</summary>
    public static LockView Of(ReadCall call, object request, VersionRecord version)
    {
        if (version.Retention is null && version.HasLegalHold is null) return default;
        var retention = May("s3:GetObjectRetention") ? version.Retention : null;
        var hold = May("s3:GetObjectLegalHold") ? version.HasLegalHold : null;
        return new(ObjectLockModeWire.Parse(retention?.Mode), retention?.Until, StatusOf(hold));

        bool May(string action) => call.FindPort<IStoreJudge>()?.Refusal(
            call, request, new(action, $"arn:aws:s3:::{version.Bucket}/{version.Key}", version.VersionId)) is null;
    }

    /// <summary>A legal hold as AWS writes it.</summary>
    public static ObjectLockLegalHoldStatus? StatusOf(bool? hold) => hold switch
    {
        true => ObjectLockLegalHoldStatus.On,
        false => ObjectLockLegalHoldStatus.Off,
        _ => null,
    };
}
