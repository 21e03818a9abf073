using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Tells an inventory of a bucket.</summary>
public sealed class GetBucketInventoryConfiguration
    : IReadOperation<GetBucketInventoryConfigurationRequest, GetBucketInventoryConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketInventoryConfigurationResult Run(GetBucketInventoryConfigurationRequest request, ReadCall call) =>
        ManySettings.Get<GetBucketInventoryConfigurationResult>(
            BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner), request.Id);
}
