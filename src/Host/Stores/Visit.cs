using Orrery.Contracts.Stores;
using Orrery.Kernel;

namespace Orrery.Host.Stores;

/// <summary>A request to S3 that is answered.</summary>
/// <param name="World">The world it was for.</param>
/// <param name="Facts">What is known of it.</param>
internal sealed record Visit(World World, StoreVisit Facts);
