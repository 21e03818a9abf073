using Orrery.Contracts.Stores;

namespace Orrery.Services.S3.Rules.Using;

/// <summary>Something that is billed.</summary>
/// <param name="Kind">What.</param>
/// <param name="StorageClass">The storage class.</param>
/// <param name="Amount">How much.</param>
internal readonly record struct Activity(StoreUseKind Kind, string StorageClass, double Amount);
