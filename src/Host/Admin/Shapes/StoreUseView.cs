using Orrery.Contracts.Stores;

namespace Orrery.Host.Admin.Shapes;

/// <summary>What a bucket used of something that is billed, over some days.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Kind">What of.</param>
/// <param name="StorageClass">The storage class; of restores with the speed, of some tiers with the tier.</param>
/// <param name="Amount">How much, in the unit of the kind.</param>
public sealed record StoreUseView(string Bucket, StoreUseKind Kind, string StorageClass, double Amount);
