using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Tells an Intelligent-Tiering configuration of a bucket.</summary>
public sealed class GetBucketIntelligentTieringConfiguration
    : IReadOperation<GetBucketIntelligentTieringConfigurationRequest, GetBucketIntelligentTieringConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketIntelligentTieringConfigurationResult Run(
        GetBucketIntelligentTieringConfigurationRequest request, ReadCall call) =>
        ManySettings.Get<GetBucketIntelligentTieringConfigurationResult>(
            BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner), request.Id);
}
