using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>Who pays. Source: S3 user guide, "Using Requester Pays general purpose buckets".</summary>
internal static class Payers
{
    /// <summary>Whether whoever asks pays.</summary>
    public static bool IsRequester(BucketRecord bucket) =>
        Kept.Find<GetBucketRequestPaymentResult>(bucket)?.Payer is Payer.Requester;

    /// <summary>What an answer says of who was charged: nothing where the owner was.</summary>
    public static RequestCharged? Charged(ReadCall call, Place place) =>
        place.Bucket.Settings is not null && IsRequester(place.Bucket) && call.Caller.Account != place.Scope.Account
            ? RequestCharged.Requester
            : null;
}
