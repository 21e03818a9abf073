using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Deletes an inventory of a bucket.</summary>
public sealed class DeleteBucketInventoryConfiguration
    : IWriteOperation<DeleteBucketInventoryConfigurationRequest, DeleteBucketInventoryConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteBucketInventoryConfigurationResult Run(DeleteBucketInventoryConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        place = ManySettings.Delete<GetBucketInventoryConfigurationResult>(call, place, request.Id);
        InventoryRules.Changed(call, place, request.Id!);
        return new();
    }
}
