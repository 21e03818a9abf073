using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Sets an inventory of a bucket.</summary>
public sealed class PutBucketInventoryConfiguration
    : IWriteOperation<PutBucketInventoryConfigurationRequest, PutBucketInventoryConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketInventoryConfigurationResult Run(PutBucketInventoryConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wanted = InventoryRules.Checked(call, place, request.Id, request.InventoryConfiguration);
        place = ManySettings.Put(
            call, place, wanted.Id!, new GetBucketInventoryConfigurationResult { InventoryConfiguration = wanted });
        InventoryRules.Changed(call, place, wanted.Id!);
        return new();
    }
}
