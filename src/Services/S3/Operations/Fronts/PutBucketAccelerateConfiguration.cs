using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Says whether transfers are accelerated. Nothing is far away here: the flag is kept, and shown.</summary>
public sealed class PutBucketAccelerateConfiguration
    : IWriteOperation<PutBucketAccelerateConfigurationRequest, PutBucketAccelerateConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketAccelerateConfigurationResult Run(PutBucketAccelerateConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (request.AccelerateConfiguration?.Status is not { } status) throw Errors.Malformed();
        // S3 user guide, "Requirements for using Amazon S3 Transfer Acceleration".
        if (place.Name.Contains('.')) throw Errors.InvalidRequest(
            "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
        BucketRules.Put(
            call, place, Kept.With(place.Bucket, new GetBucketAccelerateConfigurationResult { Status = status }));
        return new();
    }
}
