using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Sets an Intelligent-Tiering configuration of a bucket.</summary>
public sealed class PutBucketIntelligentTieringConfiguration
    : IWriteOperation<PutBucketIntelligentTieringConfigurationRequest, PutBucketIntelligentTieringConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketIntelligentTieringConfigurationResult Run(
        PutBucketIntelligentTieringConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wanted = TieringRules.Checked(request.Id, request.IntelligentTieringConfiguration);
        var changed = ManySettings.Put(
            call, place, wanted.Id!,
            new GetBucketIntelligentTieringConfigurationResult { IntelligentTieringConfiguration = wanted });
        LifecycleScan.Begin(call, changed);
        return new();
    }
}
