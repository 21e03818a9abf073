using Orrery.Host.Logging;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>An answer and what is logged of it.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Facts">What is logged.</param>
public readonly record struct Answer(WireResponse Response, RequestFacts Facts);
