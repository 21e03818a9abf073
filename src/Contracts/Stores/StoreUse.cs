namespace Orrery.Contracts.Stores;

/// <summary>What a bucket used of something on a day.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Day">The day, UTC.</param>
/// <param name="Kind">What of.</param>
/// <param name="StorageClass">The storage class, as AWS writes it; of restores with the speed, as in
/// <c>GLACIER:Bulk</c>; of INTELLIGENT_TIERING, where it is not the tier of what is read, with the tier.</param>
/// <param name="Amount">How much, in the unit of the kind.</param>
public sealed record StoreUse(string Bucket, DateOnly Day, StoreUseKind Kind, string StorageClass, double Amount);
