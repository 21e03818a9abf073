using Orrery.Host.Logging;
using Orrery.Host.Stores;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>An answer and what is logged of it.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Facts">What is logged.</param>
internal readonly record struct Answer(WireResponse Response, RequestFacts Facts)
{
    /// <summary>What S3 is told of it, or null.</summary>
    public Visit? Visit { get; init; }
}
