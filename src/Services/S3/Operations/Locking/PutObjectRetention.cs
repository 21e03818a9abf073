using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Says until when a version is kept. Source: Amazon S3 API Reference, PutObjectRetention.</summary>
public sealed class PutObjectRetention : IWriteOperation<PutObjectRetentionRequest, PutObjectRetentionResult>
{
    /// <inheritdoc/>
    public PutObjectRetentionResult Run(PutObjectRetentionRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Locks.Of(place);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        if (request.Retention is not { } sent || sent.Mode is null != sent.RetainUntilDate is null)
            throw Errors.Malformed();
        var wanted = sent.Mode is { } mode
            ? Locks.Checked(mode.ToWire(), sent.RetainUntilDate!.Value, call.Now)
            : null;
        var bypass = request.BypassGovernanceRetention is true;
        Locks.CheckChange(call, request, version, wanted, bypass);
        var changed = version with { Retention = wanted };
        Versions.Change(call, place, changed);
        Replicas.Changed(call, place, changed);
        return new();
    }
}
